import { CopyCode } from "@/components/ui/copy-code";
import type { Received } from "./send-request";

/** What came back: status, headers, body; or the sentence that nothing did. */
export function ReceivedAnswer({ received }: { received: Received | string }) {
  if (typeof received === "string") return <p className="text-bad">{received}</p>;
  const { status, isOk, headers, body, isCut } = received;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p>
        <span className={`badge ${isOk ? "badge-ok" : "badge-bad"}`}>{status}</span>
      </p>
      <details>
        <summary className="w-fit min-h-9 content-center text-muted underline underline-offset-4 pointer-coarse:min-h-11">
          {`${headers.length} headers`}
        </summary>
        <dl className="grid gap-1 pt-1 font-mono text-meta">
          {headers.map(([name, value]) => (
            <div className="flex flex-wrap gap-x-2" key={name}>
              <dt className="text-muted">{name}:</dt>
              <dd className="min-w-0 break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      {body === "" ? <p className="text-muted">It has no body.</p> : <CopyCode label="the answer" text={body} />}
      {isCut ? <p className="text-meta text-muted">There's more: we read only the beginning.</p> : null}
    </div>
  );
}
