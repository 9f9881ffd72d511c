"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAction } from "@/components/ui/use-action";
import { findConnector } from "@/lib/connectors/registry";
import { DELETED_KEPT_DAYS, type DeletedCredentialDto } from "@/lib/credentials/credential-dto";
import { purgeCredentialAction, restoreCredentialAction } from "@/lib/credentials/credential-life-actions";
import type { ActionResult } from "@/lib/platform/result-dto";

/** Deleted credentials, until they are gone for good. */
export function DeletedList({ credentials, isPast }: { credentials: DeletedCredentialDto[]; isPast: boolean }) {
  const { busy, failure, run } = useAction();
  const [said, setSaid] = useState<string>();
  const [purging, setPurging] = useState<DeletedCredentialDto>();

  const act = async (action: (from: string) => Promise<ActionResult<unknown>>, done: string) => {
    setSaid(undefined);
    const result = await run(action);
    if (!result) return;
    setPurging(undefined);
    if (result.ok) setSaid(done);
  };
  return (
    <>
      <div aria-live="polite" className="max-w-form empty:absolute">
        {said ? <Notice title={said} tone="ok" /> : null}
      </div>
      <Failure error={failure} />
      {credentials.length === 0 ? (
        <p className="text-muted">
          {isPast
            ? "There is nothing on this page any more."
            : `Nothing was deleted within the last ${DELETED_KEPT_DAYS} days.`}
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
                    {findConnector(connectorId)?.name ?? connectorId} · deleted <RelativeTime iso={deletedAt} /> by{" "}
                    <bdi>{deletedByName}</bdi> · gone for good <RelativeTime iso={purgeAt} />
                  </span>
                </span>
                <span className="flex flex-wrap gap-2">
                  <Button
                    aria-label={`Restore ${name}`}
                    onClick={() => act((from) => restoreCredentialAction(from, id), `“${name}” was restored.`)}
                  >
                    Restore
                  </Button>
                  <Button
                    aria-label={`Delete for good now: ${name}`}
                    onClick={() => setPurging(credential)}
                    variant="danger"
                  >
                    Delete for good now
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
          confirm="Delete for good"
          onClose={() => setPurging(undefined)}
          onConfirm={() =>
            act((from) => purgeCredentialAction(from, purging.id), `“${purging.name}” is gone for good.`)
          }
          title="Delete for good?"
        >
          <p>
            All sealed values of <bdi className="font-medium">{purging.name}</bdi> are destroyed now. This cannot be
            undone.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
