"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useRenderedFor } from "@/components/ui/workspace-context";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { type Posted, postCheck } from "./post-check";
import type { Question } from "./question";

/** Younger than the receipt's own minute, so that it is still good when it arrives. In milliseconds. */
const RECEIPT_GOOD_FOR = 50_000;

type Accepted = { question: string; answer: VerificationResult; at: number };

/**
 * Asks a verification route. Can be stopped, and leaving the page stops it. The caller asks one thing at a time.
 * `asking` counts the questions while one is under way.
 */
export function useQuestion() {
  const from = useRenderedFor();
  const [asking, setAsking] = useState<number>();
  const count = useRef(0);
  const running = useRef<AbortController>(undefined);
  const accepted = useRef<Accepted>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const ask = async (question: Question): Promise<Posted> => {
    const controller = new AbortController();
    running.current = controller;
    count.current += 1;
    setAsking(count.current);
    const posted = await postCheck(question, from, controller.signal);
    setAsking(undefined);
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
  const stop = useCallback(() => running.current?.abort(), []);
  return { asking, ask, acceptedLately, stop };
}
