"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { deleteDataSourceAction, renameDataSourceAction } from "@/lib/data-sources/data-source-actions";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import { dataSourceName } from "@/lib/data-sources/data-source-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";

const renameForm = z.object({ name: dataSourceName });

/** Rename and delete on a data source's page. */
export function DataSourceSettings({ source, mayDelete }: { source: DataSourceDto; mayDelete: boolean }) {
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(renameForm), defaultValues: { name: source.name } });
  const error = form.formState.errors.name?.message;
  const renaming = useAction();
  const deleting = useAction();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ErrorDto>();
  const [saved, setSaved] = useState(false);

  const rename = form.handleSubmit(async ({ name }) => {
    setFailure(undefined);
    setSaved(false);
    const result = await renaming.run((from) =>
      renameDataSourceAction(from, { dataSourceId: source.id, revision: source.revision, name }),
    );
    if (result?.ok) setSaved(true);
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });
  const remove = async () => {
    const result = await deleting.run((from) => deleteDataSourceAction(from, source.id));
    if (result?.ok) router.push("/data-sources");
    else if (result) {
      setAsking(false);
      setFailure(result.error);
    }
  };

  return (
    <div className="grid max-w-form gap-4">
      <form className="flex flex-wrap items-start gap-2" method="post" noValidate onSubmit={rename}>
        <div className="min-w-56 flex-1">
          <TextField
            autoComplete="off"
            dir="auto"
            error={error}
            help={saved ? "Renamed." : undefined}
            id="name"
            label="Data Source Name"
            required
            {...form.register("name")}
          />
        </div>
        <Button busy={renaming.busy} className="mt-[1.7rem]" type="submit">
          Rename
        </Button>
      </form>
      <div aria-live="polite">{failure ? <Failure error={failure} /> : null}</div>
      {mayDelete ? (
        <div className="border-t pt-4">
          <Button onClick={() => setAsking(true)} variant="danger">
            Delete data source
          </Button>
        </div>
      ) : null}
      {asking ? (
        <ConfirmDialog
          busy={deleting.busy}
          confirm="Delete"
          onClose={() => setAsking(false)}
          onConfirm={remove}
          title="Delete this data source?"
        >
          <p>
            <bdi className="font-medium">{source.name}</bdi> is gone for good. Its credential stays.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
