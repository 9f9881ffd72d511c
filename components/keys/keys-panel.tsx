"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { addKeyAction, confirmKeyBackupAction, retireKeyAction, startRotationAction } from "@/lib/keys/keys-actions";
import type { KeysDto } from "@/lib/keys/keys-dto";
import { KeyRow } from "./key-row";
import { RotationProgress } from "./rotation-progress";
import { useKeys } from "./use-keys";

/** The key ring and what can be done with it. */
export function KeysPanel({ initial, mayRotate }: { initial: KeysDto; mayRotate: boolean }) {
  const { keys, failure, busy, act } = useKeys(initial);
  const [retiring, setRetiring] = useState<string>();
  const isRunning = keys.rotation?.isRunning === true;
  const hasStandby = keys.keys.some(({ state }) => state === "standby");
  const retire = async (id: string) => {
    await act((from) => retireKeyAction(from, id));
    setRetiring(undefined);
  };
  return (
    <div className="grid gap-6">
      <Failure error={failure} />
      <section aria-labelledby="ring" className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-tile font-semibold" id="ring">
            Key ring
          </h2>
          {mayRotate ? (
            <div className="flex flex-wrap gap-2">
              {keys.canWrite && !hasStandby ? (
                <Button busy={busy} onClick={() => act(addKeyAction)}>
                  Create a new key
                </Button>
              ) : null}
              <Button busy={busy || isRunning} onClick={() => isRunning || act(startRotationAction)} variant="primary">
                Rotate
              </Button>
            </div>
          ) : null}
        </div>
        <p className="break-all text-meta text-muted">Kept in {keys.source}</p>
        <ul className="grid divide-y rounded-tile border bg-surface">
          {keys.keys.map((one) => (
            <KeyRow
              busy={busy}
              key={one.id}
              keyOfRing={one}
              onConfirm={mayRotate ? () => act((from) => confirmKeyBackupAction(from, one.id)) : undefined}
              onRetire={
                mayRotate && one.state === "older" && one.versions === 0 ? () => setRetiring(one.id) : undefined
              }
            />
          ))}
        </ul>
      </section>
      {keys.rotation ? <RotationProgress rotation={keys.rotation} unreadable={keys.unreadable} /> : null}
      {retiring === undefined ? null : (
        <ConfirmDialog
          busy={busy}
          confirm="Retire"
          onClose={() => setRetiring(undefined)}
          onConfirm={() => retire(retiring)}
          title="Retire this key?"
        >
          <p>
            It leaves the key ring for good. Older database backups still need it: keep a copy as long as you keep
            those.
          </p>
        </ConfirmDialog>
      )}
    </div>
  );
}
