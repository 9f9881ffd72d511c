"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useRenderedFor } from "@/components/ui/workspace-context";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { postCheck } from "./post-check";

export type VerifyNowOutcome = { verification: VerificationResult } | { error: ErrorDto } | { stopped: true };

/** *Verify now* on a credential's page: asks about the stored values, can be stopped, and shows the page anew. */
export function useVerifyNow(credentialId: string, onOutcome: (outcome: VerifyNowOutcome | undefined) => void) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const running = useRef<AbortController>(undefined);
  const from = useRenderedFor();
  useEffect(() => () => running.current?.abort(), []);

  const verify = async () => {
    if (running.current) return;
    const controller = new AbortController();
    running.current = controller;
    setAsking(true);
    onOutcome(undefined);
    const path = `/api/v1/credentials/${encodeURIComponent(credentialId)}/verify`;
    const posted = await postCheck<{ verification: VerificationResult }>(path, from, {}, controller.signal);
    running.current = undefined;
    setAsking(false);
    onOutcome("answer" in posted ? { verification: posted.answer.verification } : posted);
    if ("answer" in posted) router.refresh();
  };
  return { asking, verify, stop: () => running.current?.abort() };
}
