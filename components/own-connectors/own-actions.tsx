"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { PageLink } from "@/components/ui/page-link";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import { deleteOwnConnectorAction } from "@/lib/data-sources/own/own-connector-life-actions";
import { exportOwnConnectorAction } from "@/lib/own-connectors/own-connector-actions";
import { downloadFile } from "./download-file";

const LIST = "/settings/own-connectors";

/** Edit, export and delete. */
export function OwnActions({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const { show, land } = useToast();
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const takeAlong = async () => {
    const result = await run((from) => exportOwnConnectorAction(from, { id }));
    if (result?.ok) downloadFile(result.data.fileName, result.data.json);
  };
  const remove = async () => {
    const result = await run((from) => deleteOwnConnectorAction(from, { id }));
    setAsking(false);
    if (!result?.ok) return;
    show({ text: `${name} was deleted.` });
    land(LIST);
    router.push(LIST);
  };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <PageLink className={buttonClass()} href={`${LIST}/${id}/edit`}>
          Edit
        </PageLink>
        <Button busy={busy} onClick={takeAlong}>
          Export
        </Button>
        <Button onClick={() => setAsking(true)}>Delete</Button>
      </div>
      <Failure error={failure}>
        {failure?.blockers ? <p>{failure.blockers.map((one) => one.name).join(", ")}</p> : null}
      </Failure>
      {asking ? (
        <ConfirmDialog
          busy={busy}
          confirm="Delete"
          onClose={() => setAsking(false)}
          onConfirm={remove}
          title={`Delete ${name}?`}
        >
          <p>It can't be restored. Export it first if you may need it again.</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
