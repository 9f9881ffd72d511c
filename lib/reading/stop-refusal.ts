import "server-only";
import { inSeconds } from "@/lib/checks/in-seconds";
import type { Connector } from "@/lib/connectors/connector";
import { Refusal } from "@/lib/platform/errors";
import type { RunEnd } from "./run-read";
import { stopCode, stopWords } from "./stop-words";

/** When to come back where nobody said. */
const RETRY_SECONDS = 5;
const mayPass: ReadonlySet<string> = new Set(["PROVIDER_LIMITED", "PROVIDER_UNAVAILABLE"]);

/** What a read that ended with nothing to hand out is refused with. */
export function stopRefusal(connector: Connector, end: Exclude<RunEnd, { kind: "complete" }>): Refusal {
  if (end.kind !== "stopped") {
    return new Refusal(
      "PROVIDER_UNAVAILABLE",
      `${connector.name} didn't answer in time. Ask again with the same cursor.`,
      {
        retryAfterSeconds: RETRY_SECONDS,
      },
    );
  }
  const code = stopCode(end.reason);
  const seconds = end.retryAfterMs === undefined ? undefined : Math.max(Math.ceil(end.retryAfterMs / 1000), 1);
  const { headline, detail, nextStep } = stopWords(
    end.reason,
    connector,
    seconds === undefined ? undefined : inSeconds(seconds),
  );
  const retryAfterSeconds = seconds ?? (mayPass.has(code) ? RETRY_SECONDS : undefined);
  return new Refusal(
    code,
    [headline, detail, nextStep].filter(Boolean).join(" "),
    retryAfterSeconds === undefined ? {} : { retryAfterSeconds },
  );
}
