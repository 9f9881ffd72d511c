"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { NOT_SENT } from "@/components/ui/not-sent";
import { readAnswer } from "@/components/ui/read-answer";
import { useRenderedFor } from "@/components/ui/workspace-context";
import { WORKSPACE_HEADER } from "@/lib/auth/auth-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import type { Question } from "./question";

/** The answer of such a route, why it refused, or that the person stopped it. */
export type Answered<A extends object> = { answer: A } | { error: ErrorDto } | { stopped: true };

/**
 * Asks a route that asks a provider, for the workspace that the page was rendered for. Aborting the signal closes the
 * request, and with it the server's own to the provider.
 */
async function postQuestion<A extends object>(
  { path, body }: Question,
  from: string,
  signal: AbortSignal,
): Promise<Answered<A>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", [WORKSPACE_HEADER]: from },
      body: JSON.stringify(body),
      signal,
    });
    return await readAnswer<A>(response);
  } catch {
    return signal.aborted ? { stopped: true } : { error: NOT_SENT };
  }
}

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
