import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { KeyRotationDto, UnreadableDto } from "@/lib/keys/keys-dto";

/** How far a rotation is, and which credentials it could not open. */
export function RotationProgress({ rotation, unreadable }: { rotation: KeyRotationDto; unreadable: UnreadableDto[] }) {
  const { isRunning, resealed, total, rate, startedAt, finishedAt } = rotation;
  return (
    <section aria-labelledby="rotation" className="grid max-w-form gap-3">
      <h2 className="text-tile font-semibold" id="rotation">
        {isRunning ? "Rotation running" : "Last rotation"}
      </h2>
      <progress aria-labelledby="rotation" max={Math.max(total, 1)} value={total === 0 ? 1 : resealed} />
      <p aria-live="polite" className="tabular-nums">
        {resealed} of {total} stored values re-encrypted
        {rate > 0 ? `, ${rate} a second` : ""}
      </p>
      <p className="text-meta text-muted">
        {finishedAt ? "Finished " : "Started "}
        <RelativeTime iso={finishedAt ?? startedAt} />. You can interrupt it at any time: it continues where it left
        off.
      </p>
      {unreadable.length > 0 ? (
        <div className="grid gap-1.5">
          <h3 className="font-medium text-bad">We can't read these. Enter their values again.</h3>
          <ul className="grid list-disc gap-0.5 pl-4">
            {unreadable.map(({ credentialId, name, version }) => (
              <li key={`${credentialId} ${version}`}>
                <Link
                  className="underline underline-offset-4"
                  dir="auto"
                  href={`/credentials/${credentialId}?replace=1`}
                  prefetch={false}
                >
                  {name}
                </Link>
                , version {version}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
