"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import { deleteDataSourceAction } from "@/lib/data-sources/data-source-actions";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";

/** Deletes a data source, after a question. */
export function DeleteDataSource({ source: { id, name } }: { source: Pick<DataSourceDto, "id" | "name"> }) {
  const router = useRouter();
  const { show, land } = useToast();
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    const result = await run((from) => deleteDataSourceAction(from, id));
    if (result?.ok) {
      show({ text: `${name} was deleted.` });
      land("/data-sources");
      router.push("/data-sources");
    } else if (result) setAsking(false);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)} variant="danger">
        Delete
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
            <bdi className="font-medium">{name}</bdi> will be erased for good. Programs that read it stop working, and
            its reads are erased too. Its credential stays.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
