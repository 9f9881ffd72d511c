"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { Posted } from "@/components/credentials/checks/post-check";
import type { Question } from "@/components/credentials/checks/question";
import { useQuestion } from "@/components/credentials/checks/use-question";
import { type VerifiedOne, verifyOne } from "@/components/credentials/checks/verify-one";
import { useAction } from "@/components/ui/use-action";
import type { NamedCredential } from "@/lib/credentials/list/bulk-dto";

export type BulkResult = NamedCredential & VerifiedOne;

export type BulkRun = {
  total: number;
  results: BulkResult[];
  /** Which is being verified; absent at the end. */
  current?: NamedCredential;
  /** How long Latchkey's own limit makes it wait, and which wait it is. */
  wait?: { seconds: number; number: number };
  isStopped: boolean;
};

/**
 * *Verify selected*: one after another, within the limits that a single check has. Can be stopped; leaving the page
 * stops it too. What was not done stays selected, so that the same button goes on with it.
 */
export function useBulkVerify(onDone: (id: string) => void) {
  const router = useRouter();
  const { ask, stop: stopAsking } = useQuestion();
  const { run: act } = useAction();
  const [run, setRun] = useState<BulkRun>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  // As an action is run: where the session ended meanwhile, one signs in again beside it, and it goes on.
  const askSignedIn = async (question: Question): Promise<Posted> => {
    const result = await act(async () => {
      const posted = await ask(question);
      return "error" in posted ? { ok: false, error: posted.error } : { ok: true, data: posted };
    });
    if (!result) return { stopped: true };
    return result.ok ? result.data : { error: result.error };
  };
  const verify = async (credentials: NamedCredential[]) => {
    if (running.current) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    const total = credentials.length;
    const results: BulkResult[] = [];
    let waits = 0;
    for (const current of credentials) {
      const soFar = { total, results: [...results], current, isStopped: false };
      setRun(soFar);
      const onWait = (seconds: number) => {
        waits += 1;
        setRun({ ...soFar, wait: { seconds, number: waits } });
      };
      const result = await verifyOne(current.id, { ask: askSignedIn, signal, onWait });
      if (!result) break;
      results.push({ ...current, ...result });
      if (result.isDone) onDone(current.id);
      if (result.endsAll) break;
    }
    running.current = undefined;
    setRun({ total, results, isStopped: signal.aborted });
    router.refresh();
  };
  const stop = () => {
    running.current?.abort();
    stopAsking();
  };
  return { run, isRunning: run?.current !== undefined, verify, stop, close: () => setRun(undefined) };
}
