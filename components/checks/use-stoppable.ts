"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useRenderedFor } from "@/components/ui/workspace-context";
import { type Answered, postQuestion } from "./post-question";
import type { Question } from "./question";

/**
 * Asks a route that asks a provider. Can be stopped, and leaving the page stops it. The caller asks one thing at a time.
 * `asking` counts the questions while one is under way.
 */
export function useStoppable<A extends object>() {
  const from = useRenderedFor();
  const [asking, setAsking] = useState<number>();
  const count = useRef(0);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const ask = async (question: Question): Promise<Answered<A>> => {
    const controller = new AbortController();
    running.current = controller;
    count.current += 1;
    setAsking(count.current);
    const posted = await postQuestion<A>(question, from, controller.signal);
    setAsking(undefined);
    return posted;
  };
  const stop = useCallback(() => running.current?.abort(), []);
  return { asking, ask, stop };
}
