import type { Connector } from "@/lib/connectors/connector";
import type { VerificationCall } from "@/lib/connectors/verification-call";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { holdsOf, isEmptyList, isExpected, parseAnswer, saysAny, saysRefused } from "./expected-answer";
import { type Identity, identityIn } from "./identity";
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
  /** What a refusal with this word usually means, by the connector's data. */
  cause?: string;
  /** Whose values they are, where the provider says it. No log has it. */
  identity?: Identity;
};

/** What of a connector an answer is judged by. */
export type Judged = Pick<Connector, "verification" | "hosts">;

const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/** RFC 9110 Retry-After: seconds, or a date. Garbage and the past are treated as not said. */
export function parseRetryAfter(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : Math.ceil((Date.parse(header) - now) / 1000);
  return seconds > 0 ? Math.min(seconds, MAX_RETRY_AFTER_SECONDS) : undefined;
}

const unexpected = (flaw: AnswerFlaw): Judgement => ({ outcome: "unexpected-answer", flaw });

const beginningOf = ({ body }: OutboundAnswer) => new TextDecoder().decode(body.subarray(0, 512)).trimStart();
const isPage = (answer: OutboundAnswer) => /^<(!doctype|html|\?xml|head|body)/i.test(beginningOf(answer));

/** Only for telling people apart what came: nothing is decided by it. */
function flawOf(answer: OutboundAnswer, isJson: boolean): AnswerFlaw {
  const { truncated } = answer;
  const beginning = beginningOf(answer);
  if (isPage(answer)) return "html";
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
  if (saysRefused(json, call)) return { outcome: "refused" };
  if (!isExpected(json, call, answer.truncated)) return notExpected(answer, json !== undefined);
  const holds = holdsOf(json, call);
  if (holds === "not-there") return notExpected(answer, true);
  if (holds === "not-so") return { outcome: "refused" };
  const identity = identityIn(json, call);
  return {
    outcome: call.emptyMeans && isEmptyList(json, call) ? "accepted-with-warning" : "accepted",
    ...(identity ? { identity } : {}),
  };
}

function isIncomplete({ incompleteWords }: VerificationCall, { body }: OutboundAnswer): boolean {
  const text = new TextDecoder().decode(body.subarray(0, 4096));
  return incompleteWords?.some((words) => text.includes(words)) ?? false;
}

/** What a proxy or a firewall says with the same status is no word of the provider's. */
function judgeForbidden(call: VerificationCall, answer: OutboundAnswer): Judgement {
  const json = parseAnswer(answer);
  if (isIncomplete(call, answer)) return { outcome: "incomplete" };
  if (isPage(answer)) return { outcome: "forbidden" };
  if (call.forbidden === "refused" || saysRefused(json, call)) return { outcome: "refused" };
  if (call.forbidden === "unclear" || json === undefined) return { outcome: "forbidden" };
  const { where, otherwise = "forbidden" } = call.forbidden;
  return { outcome: where === undefined || saysAny(json, where) ? "may-not-read" : otherwise };
}

function judgeStatus({ verification: call, hosts }: Judged, answer: OutboundAnswer, isOverridden: boolean): Judgement {
  const { status } = answer;
  // Beside what a connector names, these two alone mean that the provider looked at the values and did not accept them.
  if (status === 401) return { outcome: isIncomplete(call, answer) ? "incomplete" : "refused" };
  if (status === 403) return judgeForbidden(call, answer);
  if (status === 429) return { outcome: "rate-limited" };
  if (status >= 300 && status < 400) return { outcome: "redirected" };
  if (status >= 500) return { outcome: "provider-error" };
  if (status >= 200 && status < 300) return judgeSuccess(call, answer);
  const isJson = parseAnswer(answer) !== undefined;
  if (isJson && call.refused?.statuses?.includes(status)) return { outcome: "refused" };
  if (saysRefused(parseAnswer(answer), call)) return { outcome: "refused" };
  const isTyped = hosts.api.kind === "typed" && !isOverridden;
  if (isTyped && call.noTenant?.statuses.includes(status)) return { outcome: "tenant-not-found" };
  return unexpected("status");
}

/** Where a name was typed that nobody has, it is the name that is wrong, and not the way to the provider. */
function judgeFailure({ hosts }: Judged, { reason, code }: OutboundFailure, isOverridden: boolean): Judgement {
  if (reason === "broken-answer") return { ...unexpected("cut-short"), code };
  const isTyped = hosts.api.kind === "typed" && !isOverridden;
  const isNobodys = reason === "name-not-found" && code === "ENOTFOUND" && isTyped;
  return { outcome: isNobodys ? "tenant-not-found" : reason, code };
}

/**
 * The one place that turns what happened into an outcome.
 * @param isOverridden whether the operator set the address that was asked: then it says nothing of a name that was typed
 */
export function judgeAnswer(judged: Judged, answer: OutboundAnswer | OutboundFailure, isOverridden = false): Judgement {
  if (answer.kind === "failure") return judgeFailure(judged, answer, isOverridden);
  const judgement = judgeStatus(judged, answer, isOverridden);
  const mayName = judgement.outcome === "rate-limited" || judgement.outcome === "provider-error";
  const retryAfterSeconds = mayName ? parseRetryAfter(answer.headers.get("retry-after")) : undefined;
  return {
    ...judgement,
    httpStatus: answer.status,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}
