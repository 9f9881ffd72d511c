import type { VerificationCall } from "@/lib/connectors/connector";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { errorCodes, isEmptyList, isExpected, parseAnswer } from "./expected-answer";
import type { AnswerFlaw, VerificationOutcome } from "./verification-dto";

/** What happened, without a word of the provider's. */
export type Judgement = {
  outcome: VerificationOutcome;
  httpStatus?: number;
  code?: string;
  flaw?: AnswerFlaw;
  retryAfterSeconds?: number;
  /** Ids of the fields that have no value at all. */
  missingFields?: string[];
};

const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/** RFC 9110 Retry-After: seconds, or a date. Garbage and the past are treated as not said. */
export function parseRetryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER_SECONDS) : undefined;
}

const unexpected = (flaw: AnswerFlaw): Judgement => ({ outcome: "unexpected-answer", flaw });

/** Only for telling people apart what came: nothing is decided by it. */
function flawOf({ body, truncated }: OutboundAnswer, isJson: boolean): AnswerFlaw {
  const beginning = new TextDecoder().decode(body.subarray(0, 512)).trimStart();
  if (/^<(!doctype|html|\?xml|head|body)/i.test(beginning)) return "html";
  // Of what went on, nobody knows whether it was empty, or ended.
  if (truncated) return "too-large";
  if (isJson) return "wrong-shape";
  if (beginning === "") return "empty";
  return /^[[{]/.test(beginning) ? "cut-short" : "not-json";
}

function notExpected(answer: OutboundAnswer, isJson: boolean): Judgement {
  const flaw = flawOf(answer, isJson);
  return flaw === "too-large" && answer.packed ? { outcome: "unpacked-too-large" } : unexpected(flaw);
}

function judgeSuccess(call: VerificationCall, answer: OutboundAnswer): Judgement {
  if (call.maxAnswerBytes !== undefined && (answer.declaredBytes ?? 0) > call.maxAnswerBytes)
    return unexpected("too-large");
  const json = parseAnswer(answer);
  if (errorCodes(json).some((code) => call.refusedCodes?.includes(code))) return { outcome: "refused" };
  if (!isExpected(json, call, answer.truncated)) return notExpected(answer, json !== undefined);
  return { outcome: call.emptyMeans && isEmptyList(json, call) ? "accepted-with-warning" : "accepted" };
}

function judgeRefusal(call: VerificationCall, { body }: OutboundAnswer): Judgement {
  const text = new TextDecoder().decode(body.subarray(0, 4096));
  return { outcome: call.incompleteWords?.some((words) => text.includes(words)) ? "incomplete" : "refused" };
}

function judgeStatus(call: VerificationCall, answer: OutboundAnswer): Judgement {
  const { status } = answer;
  // Only these two mean that the provider looked at the values and did not accept them.
  if (status === 401 || status === 403) return judgeRefusal(call, answer);
  if (status === 429) return { outcome: "rate-limited" };
  if (status >= 300 && status < 400) return { outcome: "redirected" };
  if (status >= 500) return { outcome: "provider-error" };
  if (status < 200 || status >= 300) return unexpected("status");
  return judgeSuccess(call, answer);
}

/** The one place that turns what happened into an outcome. */
export function judgeAnswer(call: VerificationCall, answer: OutboundAnswer | OutboundFailure): Judgement {
  if (answer.kind === "failure") {
    const { reason, code } = answer;
    return reason === "broken-answer" ? { ...unexpected("cut-short"), code } : { outcome: reason, code };
  }
  const judgement = judgeStatus(call, answer);
  const mayName = judgement.outcome === "rate-limited" || judgement.outcome === "provider-error";
  const retryAfterSeconds = mayName ? parseRetryAfter(answer.headers.get("retry-after")) : undefined;
  return {
    ...judgement,
    httpStatus: answer.status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}
