"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useQuestion } from "@/components/credentials/checks/use-question";
import { type VerifiedOne, verifyOne } from "@/components/credentials/checks/verify-one";
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
  const [run, setRun] = useState<BulkRun>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

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
      const result = await verifyOne(current.id, { ask, signal, onWait });
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
  return { run, isRunning: run?.current !== undefined, verify, stop };
}
