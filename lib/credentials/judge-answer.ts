import type { VerificationCall } from "@/lib/connectors/connector";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { errorCodes, isExpected, parseAnswer } from "./expected-answer";
import type { VerificationOutcome } from "./verification-dto";

export type Judgement = {
  outcome: VerificationOutcome;
  httpStatus?: number;
  code?: string;
  retryAfterSeconds?: number;
};

const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/** RFC 9110 Retry-After: seconds, or a date. Garbage and the past are treated as not said. */
export function parseRetryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER_SECONDS) : undefined;
}

function judgeSuccess(call: VerificationCall, answer: OutboundAnswer): VerificationOutcome {
  if (call.maxAnswerBytes !== undefined && (answer.declaredBytes ?? 0) > call.maxAnswerBytes)
    return "unexpected-answer";
  const json = parseAnswer(answer);
  if (errorCodes(json).some((code) => call.refusedCodes?.includes(code))) return "refused";
  return isExpected(json, call, answer.truncated) ? "accepted" : "unexpected-answer";
}

function judgeStatus(call: VerificationCall, answer: OutboundAnswer): VerificationOutcome {
  const { status } = answer;
  // Only these two mean that the provider looked at the values and did not accept them.
  if (status === 401 || status === 403) return "refused";
  if (status === 429) return "rate-limited";
  if (status >= 300 && status < 400) return "redirected";
  if (status >= 500) return "provider-error";
  if (status < 200 || status >= 300) return "unexpected-answer";
  return judgeSuccess(call, answer);
}

/** The one place that turns what happened into an outcome. */
export function judgeAnswer(call: VerificationCall, answer: OutboundAnswer | OutboundFailure): Judgement {
  if (answer.kind === "failure") {
    const outcome = answer.reason === "broken-answer" ? "unexpected-answer" : answer.reason;
    return { outcome: outcome === "cancelled" ? "timed-out" : outcome, code: answer.code };
  }
  const retryAfterSeconds = parseRetryAfter(answer.retryAfter);
  const outcome = judgeStatus(call, answer);
  return {
    outcome,
    httpStatus: answer.status,
    ...(outcome === "rate-limited" && retryAfterSeconds !== undefined ? { retryAfterSeconds } : {}),
  };
}
