"use client";

import { useEffect, useRef, useState } from "react";
import type { VerificationResult } from "@/lib/credentials/verification-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** What stands in the overlay's panel: the answer of a check, or why there is none. */
export type CheckOutcome = { verification: VerificationResult } | { error: ErrorDto };

const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message: "The server did not answer. What you typed is still here: check your connection and try again.",
};

/** *Test*: asks the verification route about values that are not stored. */
export async function checkValues(connectorId: string, values: Record<string, string>): Promise<CheckOutcome> {
  try {
    const response = await fetch("/api/v1/credentials/verify", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ connectorId, values }),
    });
    const body = (await response.json()) as VerificationResult & { error?: ErrorDto };
    return body.error ? { error: body.error } : { verification: body };
  } catch {
    return { error: NOT_SENT };
  }
}

/** True once the work has gone on for three seconds: then it is worth saying that the provider is slow. */
export function useIsSlow(busy: boolean): boolean {
  const [slow, setSlow] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (busy) timer.current = setTimeout(() => setSlow(true), 3000);
    return () => {
      clearTimeout(timer.current);
      setSlow(false);
    };
  }, [busy]);
  return slow;
}
