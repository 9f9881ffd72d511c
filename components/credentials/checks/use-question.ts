"use client";

import { useRef } from "react";
import type { Question } from "@/components/checks/question";
import { useStoppable } from "@/components/checks/use-stoppable";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { Posted } from "./post-check";

/** Younger than the receipt's own minute, so that it is still good when it arrives. In milliseconds. */
const RECEIPT_GOOD_FOR = 50_000;

type Accepted = { question: string; answer: VerificationResult; at: number };

/** Asks a verification route, and remembers what was accepted. */
export function useQuestion() {
  const { asking, ask: post, stop } = useStoppable<VerificationResult>();
  const accepted = useRef<Accepted>(undefined);

  const ask = async (question: Question): Promise<Posted> => {
    const posted = await post(question);
    if ("answer" in posted && posted.answer.status === "VERIFIED")
      accepted.current = { question: JSON.stringify(question), answer: posted.answer, at: Date.now() };
    return posted;
  };
  /** The answer that accepted this very thing a moment ago, while its receipt is good. */
  const acceptedLately = (question: Question): VerificationResult | undefined => {
    const last = accepted.current;
    const isFresh = last?.question === JSON.stringify(question) && Date.now() - last.at < RECEIPT_GOOD_FOR;
    return isFresh ? last.answer : undefined;
  };
  return { asking, ask, acceptedLately, stop };
}
