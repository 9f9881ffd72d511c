import { CheckProgress } from "@/components/checks/check-progress";
import { Notice } from "@/components/ui/notice";
import { DEADLINE_MS } from "@/lib/checks/verification-dto";
import type { TryDto } from "@/lib/own-connectors/own-connector-dto";

/** Two requests, one after the other. */
const MOST = (2 * DEADLINE_MS) / 1000;

type TryPanelProps = {
  tried: TryDto | undefined;
  host: string;
  /** Which try is under way. */
  asking?: number | undefined;
  isStopped?: boolean;
  onStop: () => void;
};

/** That the host is asked with values that can't be right, what came of it, and what that means for credentials. */
export function TryPanel({ tried, host, asking, isStopped = false, onStop }: TryPanelProps) {
  return (
    <div aria-live="polite" className="empty:absolute">
      {asking === undefined ? null : (
        <CheckProgress
          doing={`Asking ${host} without any value, then with invented ones …`}
          key={asking}
          most={MOST}
          name={host}
          onStop={onStop}
        />
      )}
      {isStopped ? (
        <p className="text-muted">You stopped it, so we don't know whether {host} refuses. Nothing was saved.</p>
      ) : null}
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
