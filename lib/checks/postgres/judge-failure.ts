import type { Judgement } from "@/lib/checks/judge-answer";
import { isTlsFailure } from "@/lib/platform/is-tls-failure";
import { NAME_CODES } from "@/lib/platform/outbound-request";
import { PRIVATE_ADDRESS } from "@/lib/platform/public-address";
import { NO_POSTGRES, NO_TLS } from "@/lib/platform/verified-socket";
import { CUT_SHORT, isServerRefusal, NOT_SPOKEN, TOO_LARGE } from "./messages";
import { NOT_ASKED, OTHER_SIGN_IN } from "./sign-in";

/** What a refusal means, by the code of the server or the beginning of one. What is not here is unclear. */
const REFUSALS: readonly [begins: string, judgement: Judgement][] = [
  ["28P01", { outcome: "refused" }],
  ["28000", { outcome: "refused", cause: "not-from-here" }],
  ["42501", { outcome: "refused", cause: "no-connect" }],
  ["3D000", { outcome: "tenant-not-found" }],
  // Too many connections, or too little of something else.
  ["53", { outcome: "rate-limited" }],
  // It is starting, stopping, or recovering.
  ["57P0", { outcome: "provider-error" }],
];

const FAULTS: Readonly<Record<string, Judgement>> = {
  [PRIVATE_ADDRESS]: { outcome: "private-address" },
  [NO_TLS]: { outcome: "insecure-connection" },
  [TOO_LARGE]: { outcome: "unexpected-answer", flaw: "too-large" },
  [CUT_SHORT]: { outcome: "unexpected-answer", flaw: "cut-short" },
  ERR_STREAM_PREMATURE_CLOSE: { outcome: "unexpected-answer", flaw: "cut-short" },
  [NO_POSTGRES]: { outcome: "unexpected-answer" },
  [NOT_SPOKEN]: { outcome: "unexpected-answer" },
  [NOT_ASKED]: { outcome: "unexpected-answer" },
  [OTHER_SIGN_IN]: { outcome: "forbidden" },
};

/** The one place that says what a failed sign-in means. */
export function judgeFailure(error: unknown): Judgement {
  if (isServerRefusal(error)) {
    const { sqlState: code } = error;
    const [, judgement] = REFUSALS.find(([begins]) => code.startsWith(begins)) ?? [];
    return { ...(judgement ?? { outcome: "forbidden" }), code };
  }
  const found = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "UNKNOWN";
  const [first] = error instanceof AggregateError ? error.errors : [];
  const code = found === "UNKNOWN" && first ? String(first.code ?? found) : found;
  const fault = FAULTS[code];
  if (fault) return { ...fault, code };
  if (NAME_CODES.has(code)) return { outcome: "name-not-found", code };
  if (code === "ETIMEDOUT") return { outcome: "timed-out", code: "DEADLINE" };
  return { outcome: isTlsFailure(code) ? "insecure-connection" : "unreachable", code };
}
