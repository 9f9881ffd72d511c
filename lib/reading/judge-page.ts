import { parseRetryAfter } from "@/lib/checks/judge-answer";
import type { AnswerAct, Reading } from "@/lib/connectors/reading";
import type { PageAnswer, StopReason } from "./read-dto";

/** An answer that is no page. */
export type Failed = { act: Exclude<AnswerAct, "ignore">; reason: StopReason; status?: number; waitMs?: number };
export type Verdict = { act: "take" | "ignore" } | Failed;

const REASONS: Record<Exclude<AnswerAct, "ignore">, StopReason> = {
  retry: "unavailable",
  wait: "limited",
  smaller: "too-heavy",
  stop: "rejected",
};

function actOf(status: number): AnswerAct | "take" {
  if (status >= 200 && status < 300) return "take";
  if (status === 429) return "wait";
  if (status === 413) return "smaller";
  return status >= 500 || status === 408 || status === 425 ? "retry" : "stop";
}

function stopReason(status: number): StopReason {
  if (status === 401 || status === 403) return "refused";
  return status === 404 || status === 410 ? "gone" : "rejected";
}

/** What an answer means: by the endpoint's own rules first, then as everyone means it. */
export function judgePage({ answers = [] }: Reading, answer: PageAnswer, now: number): Verdict {
  if ("unreachable" in answer) return { act: "retry", reason: "unavailable" };
  const { status, text, headers } = answer;
  const rule = answers.find(
    ({ status: ruled, words }) => ruled === status && (!words || words.some((word) => text.includes(word))),
  );
  const act = rule?.act ?? actOf(status);
  if (act === "take" || act === "ignore") return { act };
  // A refusal in an answer of 200 is one by the words that the endpoint names.
  if (act === "stop") return { act, reason: status < 300 ? "refused" : stopReason(status), status };
  const seconds = parseRetryAfter(headers?.["retry-after"] ?? null, now);
  return { act, reason: REASONS[act], status, ...(seconds === undefined ? {} : { waitMs: seconds * 1000 }) };
}
