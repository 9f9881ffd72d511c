import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import type { KeyDto } from "@/lib/keys/keys-dto";
import { counted } from "@/lib/platform/counted-dto";

const words: Record<KeyDto["state"], string> = {
  active: "Active: encrypts new values",
  standby: "Waits for the next rotation",
  older: "Decrypt only",
  missing: "Missing from the key ring",
  retired: "Retired",
};

type KeyRowProps = {
  keyOfRing: KeyDto;
  onConfirm: (() => void) | undefined;
  onRetire: (() => void) | undefined;
};

/** One key by its thumbprint: what it is for, how old it is, and whether a person has a copy. */
export function KeyRow({ keyOfRing, onConfirm, onRetire }: KeyRowProps) {
  const { id, state, versions, createdAt, backupConfirmedAt } = keyOfRing;
  const isInRing = state !== "retired" && state !== "missing";
  return (
    <li className="grid gap-2 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 gap-0.5">
        <p className="break-all font-mono text-meta">{id}</p>
        <p className={state === "missing" ? "text-bad" : undefined}>
          {words[state]} · {counted(versions, "stored value")}
        </p>
        <p className="text-meta text-muted">
          First seen <RelativeTime iso={createdAt} />
          {backupConfirmedAt ? (
            <>
              , backup confirmed <RelativeTime iso={backupConfirmedAt} />
            </>
          ) : isInRing ? (
            <span className="text-warn">, backup not confirmed</span>
          ) : null}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {onConfirm && isInRing && !backupConfirmedAt ? (
          <Button onClick={onConfirm}>I have a backup of this key</Button>
        ) : null}
        {onRetire ? (
          <Button onClick={onRetire} variant="danger">
            Retire
          </Button>
        ) : null}
      </div>
    </li>
  );
}
