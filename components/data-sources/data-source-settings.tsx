"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { useSubmit } from "@/components/ui/use-submit";
import { deleteDataSourceAction, renameDataSourceAction } from "@/lib/data-sources/data-source-actions";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";

/** Rename and delete on a data source's page. */
export function DataSourceSettings({ source, mayDelete }: { source: DataSourceDto; mayDelete: boolean }) {
  return (
    <div className="grid max-w-form gap-4">
      <RenameDataSource source={source} />
      {mayDelete ? <DeleteDataSource source={source} /> : null}
    </div>
  );
}

function RenameDataSource({ source: { id: dataSourceId, revision, name } }: { source: DataSourceDto }) {
  const { field, formProps, busy, failure, isDone } = useSubmit({
    defaultValues: { name },
    resolver: async () => (await import("./data-source-resolver")).renameResolver(),
    send: (input, from) => renameDataSourceAction(from, { dataSourceId, revision, ...input }),
  });
  return (
    <>
      <form className="flex flex-wrap items-start gap-2" {...formProps}>
        <div className="min-w-56 flex-1">
          <TextField
            autoComplete="off"
            dir="auto"
            help={isDone ? "Renamed." : undefined}
            id="name"
            label="Data Source Name"
            required
            {...field("name")}
          />
        </div>
        <Button busy={busy} className="mt-[1.7rem]" type="submit">
          Rename
        </Button>
      </form>
      <Failure error={failure} />
    </>
  );
}

function DeleteDataSource({ source: { id, name } }: { source: DataSourceDto }) {
  const router = useRouter();
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    const result = await run((from) => deleteDataSourceAction(from, id));
    if (result?.ok) router.push("/data-sources");
    else if (result) setAsking(false);
  };
  return (
    <div className="grid gap-3 border-t pt-4">
      <Button className="justify-self-start" onClick={() => setAsking(true)} variant="danger">
        Delete data source
      </Button>
      <Failure error={failure} />
      {asking ? (
        <ConfirmDialog
          busy={busy}
          confirm="Delete"
          onClose={() => setAsking(false)}
          onConfirm={remove}
          title="Delete this data source?"
        >
          <p>
            <bdi className="font-medium">{name}</bdi> is gone for good. Its credential stays.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
