"use client";

import { useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { addKeyAction, confirmKeyBackupAction, retireKeyAction, startRotationAction } from "@/lib/keys/keys-actions";
import type { KeysDto } from "@/lib/keys/keys-dto";
import { ConfirmBackup } from "./confirm-backup";
import { KeyRow } from "./key-row";
import { RotationCard } from "./rotation-card";
import { RotationProgress } from "./rotation-progress";
import { useKeys } from "./use-keys";

type Asking = { what: "retire" | "back-up"; id: string };

/** The key ring and what can be done with it. */
export function KeysPanel({ initial, mayRotate }: { initial: KeysDto; mayRotate: boolean }) {
  const { keys, failure, busy, act } = useKeys(initial);
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const confirmBackup = (id: string) => act((from) => confirmKeyBackupAction(from, id));
  const answer = async (work: Promise<void>) => {
    await work;
    close();
  };
  return (
    <div className="grid gap-6">
      <Failure error={failure} />
      <section aria-labelledby="ring" className="grid gap-3">
        <h2 className="text-tile font-semibold" id="ring">
          Key ring
        </h2>
        <p className="break-all text-meta text-muted">Kept in {keys.source}</p>
        <ul className="grid divide-y rounded-tile border bg-surface">
          {keys.keys.map((one) => (
            <KeyRow
              key={one.id}
              keyOfRing={one}
              // That of a key that waits is a step of its rotation.
              onConfirm={
                mayRotate && one.state !== "standby" ? () => setAsking({ what: "back-up", id: one.id }) : undefined
              }
              onRetire={
                mayRotate && one.state === "older" && one.versions === 0
                  ? () => setAsking({ what: "retire", id: one.id })
                  : undefined
              }
            />
          ))}
        </ul>
      </section>
      {mayRotate ? (
        <RotationCard
          busy={busy}
          keys={keys}
          onBackedUp={confirmBackup}
          onCreate={() => act(addKeyAction)}
          onRotate={() => act(startRotationAction)}
        />
      ) : null}
      {keys.rotation ? <RotationProgress rotation={keys.rotation} unreadable={keys.unreadable} /> : null}
      {asking?.what === "back-up" ? (
        <ConfirmBackup busy={busy} id={asking.id} onClose={close} onConfirm={() => answer(confirmBackup(asking.id))} />
      ) : null}
      {asking?.what === "retire" ? (
        <ConfirmDialog
          busy={busy}
          confirm="Retire"
          onClose={close}
          onConfirm={() => answer(act((from) => retireKeyAction(from, asking.id)))}
          title="Retire this key?"
        >
          <p>
            It leaves the key ring for good. Older database backups still need it: keep a copy as long as you keep
            those.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
