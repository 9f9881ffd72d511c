"use client";

import { useCallback, useRef, useState } from "react";
import type { Question } from "@/components/checks/question";
import { useAction } from "@/components/ui/use-action";
import type { VerificationResult, Whose } from "@/lib/checks/verification-dto";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";
import type { ActionResult, ErrorDto } from "@/lib/platform/result-dto";
import { useQuestion } from "./use-question";

/** What came of a check, or of what was to be done with it. */
export type CheckOutcome =
  | { verification: VerificationResult }
  | { error: ErrorDto }
  | { stopped: true }
  | { duplicate: InTheWay }
  | { done: string };

/** What was accepted belongs to someone else than what it was to replace. */
export type Stranger = { before: Whose; now: Whose };
/** What is to be asked about before accepted values are stored. */
export type InTheWay = DuplicateDto | Stranger;

type Answered = { verification: VerificationResult } | { stopped: true };
type NotDone = Answered | { duplicate: InTheWay };
type Act<Done extends object> = (
  from: string,
  receipt: string | undefined,
  accepted: VerificationResult | undefined,
) => Promise<ActionResult<({ saved: true } & Done) | ({ saved: false } & NotDone)>>;

const CHANGED: ErrorDto = {
  code: "CHANGED_MEANWHILE",
  message: "You changed something during the check, so its result no longer applies. Try again.",
};

const isAccepted = (answered: Answered): answered is { verification: VerificationResult } =>
  "verification" in answered && answered.verification.status === "VERIFIED";

/**
 * Check, then store: a verification route asks the provider, a server action stores, and a receipt joins the two. One at
 * a time, whatever is clicked, with one outcome of either. Where the server wants to know first who is there, both
 * follow the answer: with the same receipt while it is good, else with a new one.
 * @param takeFieldErrors shows an error beside its fields; false where it names none
 */
export function useCheck(takeFieldErrors: (error: ErrorDto) => boolean = () => false) {
  const { busy, run } = useAction();
  const { asking, ask, acceptedLately, stop } = useQuestion();
  const [outcome, setOutcome] = useState<CheckOutcome>();
  const [last, setLast] = useState<"verify" | "store">();
  const changes = useRef(0);

  /** An answer is about what was asked about: it goes when that changes. */
  const forget = useCallback(() => {
    changes.current += 1;
    setOutcome(undefined);
  }, []);
  const fail = (error: ErrorDto) => {
    if (!takeFieldErrors(error)) setOutcome({ error });
  };
  const begin = (work: "verify" | "store") => {
    setLast(work);
    setOutcome(undefined);
  };

  const answerTo = async (question: Question): Promise<ActionResult<Answered>> => {
    const before = changes.current;
    const posted = await ask(question);
    if ("error" in posted) return { ok: false, error: posted.error };
    if ("stopped" in posted) return { ok: true, data: posted };
    return changes.current === before
      ? { ok: true, data: { verification: posted.answer } }
      : { ok: false, error: CHANGED };
  };

  /** Asks, and shows the answer. */
  const verify = async (question: Question): Promise<void> => {
    if (busy) return;
    begin("verify");
    const result = await run(() => answerTo(question));
    if (result?.ok) setOutcome(result.data);
    else if (result) fail(result.error);
  };

  /**
   * Has it accepted, then does it; without a question at once. Undefined where it was not done: the outcome says why.
   */
  const store = async <Done extends object>(question: Question | undefined, act: Act<Done>) => {
    if (busy) return undefined;
    begin("store");
    let accepted: VerificationResult | undefined;
    const result = await run(async (from) => {
      accepted = question && acceptedLately(question);
      if (accepted || !question) return act(from, accepted?.receipt, accepted);
      const asked = await answerTo(question);
      if (!asked.ok) return asked;
      if (!isAccepted(asked.data)) return { ok: true, data: { saved: false as const, ...asked.data } };
      accepted = asked.data.verification;
      return act(from, accepted.receipt, accepted);
    });
    if (!result) return undefined;
    if (!result.ok) return void fail(result.error);
    if (!result.data.saved) return void setOutcome(result.data);
    return { ...result.data, accepted };
  };

  return { busy, asking, last, outcome, verify, store, stop, forget, show: setOutcome };
}

export type Check = ReturnType<typeof useCheck>;
