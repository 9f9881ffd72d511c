"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Toast, useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import { DELETED_KEPT_DAYS, type DeletedCredentialDto } from "@/lib/credentials/credential-dto";
import { purgeCredentialAction, restoreCredentialAction } from "@/lib/credentials/credential-life-actions";
import type { ActionResult } from "@/lib/platform/result-dto";

type DeletedListProps = {
  credentials: DeletedCredentialDto[];
  /** Of their types, by id. */
  names: Readonly<Record<string, string>>;
  isPast: boolean;
};

/** Deleted credentials, until they are gone for good. */
export function DeletedList({ credentials, names, isPast }: DeletedListProps) {
  const { busy, failure, run } = useAction();
  const { show, land } = useToast();
  const [purging, setPurging] = useState<DeletedCredentialDto>();

  const act = async (action: (from: string) => Promise<ActionResult<unknown>>, toast: Toast) => {
    const result = await run(action);
    if (!result) return;
    setPurging(undefined);
    if (!result.ok) return;
    show(toast);
    // The row goes, and its buttons with it.
    land("/credentials/deleted");
  };
  const restore = ({ id, name }: DeletedCredentialDto) =>
    act((from) => restoreCredentialAction(from, id), {
      text: `“${name}” was restored.`,
      action: { label: "Open", href: `/credentials/${id}` },
    });
  return (
    <>
      <Failure error={failure} />
      {credentials.length === 0 ? (
        <p className="text-muted">
          {isPast
            ? "There's nothing on this page any more."
            : `Nothing was deleted in the last ${DELETED_KEPT_DAYS} days.`}
        </p>
      ) : (
        <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
          {credentials.map((credential) => {
            const { id, name, connectorId, deletedAt, deletedByName, purgeAt } = credential;
            return (
              <li className="grid gap-x-4 gap-y-2 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center" key={id}>
                <span className="grid min-w-0">
                  <span className="truncate font-semibold" dir="auto" title={name}>
                    {name}
                  </span>
                  <span className="text-meta text-muted">
                    {names[connectorId] ?? connectorId} · deleted <RelativeTime iso={deletedAt} /> by{" "}
                    <bdi>{deletedByName}</bdi> · erased <RelativeTime coming iso={purgeAt} />
                  </span>
                </span>
                <span className="flex flex-wrap gap-2">
                  <Button aria-label={`Restore ${name}`} onClick={() => restore(credential)}>
                    Restore
                  </Button>
                  <Button aria-label={`Erase now: ${name}`} onClick={() => setPurging(credential)} variant="danger">
                    Erase now
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {purging ? (
        <ConfirmDialog
          busy={busy}
          confirm="Erase"
          onClose={() => setPurging(undefined)}
          onConfirm={() =>
            act((from) => purgeCredentialAction(from, purging.id), { text: `“${purging.name}” was erased.` })
          }
          title="Erase for good?"
        >
          <p>
            This erases all values of <bdi className="font-medium">{purging.name}</bdi> now. You can't undo it.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
