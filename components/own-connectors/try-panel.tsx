import { Notice } from "@/components/ui/notice";
import type { TryDto } from "@/lib/own-connectors/own-connector-dto";

/** What came of asking with values that can't be right, and what that means for credentials. */
export function TryPanel({ tried }: { tried: TryDto | undefined }) {
  return (
    <div aria-live="polite" className="empty:absolute">
      {tried ? (
        <Notice
          title={
            tried.isRefused
              ? "Wrong values are refused, so credentials can be verified."
              : "This doesn't prove anything yet."
          }
          tone={tried.isRefused ? "ok" : "warn"}
        >
          <ul className="grid gap-1">
            {tried.tries.map(({ with: what, sentence }) => (
              <li key={what}>{sentence}</li>
            ))}
          </ul>
          {tried.isRefused ? null : (
            <p>
              Choose a request that refuses wrong values, and try again. Or save it as not verifiable: then its
              credentials stay unverified for good, and say why.
            </p>
          )}
        </Notice>
      ) : null}
    </div>
  );
}
