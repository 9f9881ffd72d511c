"use client";

import { useEffect, useRef, useState } from "react";
import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { useRenderedFor } from "@/components/ui/workspace-context";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** What an overlay is busy with. */
export type OverlayWork = "test" | "save" | undefined;

/** What stands in the overlay's panel: the answer of a check, or why there is none. */
export type CheckOutcome = { verification: VerificationResult } | { error: ErrorDto };

const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message: "The server did not answer. What you typed is still here: check your connection and try again.",
};

const CHANGED: ErrorDto = {
  code: "CHANGED_MEANWHILE",
  message: "The values were changed while they were being checked, so the answer was not about them. Test again.",
};

/** Asks the verification route about values that are not stored. */
async function checkValues(from: string, connectorId: string, values: Record<string, string>): Promise<CheckOutcome> {
  try {
    const response = await fetch("/api/v1/credentials/verify", {
      method: "POST",
      headers: { "content-type": "application/json", "x-latchkey-workspace": from },
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

type WithValues = FieldValues & { values: Record<string, string> };

/** *Test* in an overlay, and the outcome that its panel shows: of a test, or of a save that was not one. */
export function useCheck<T extends WithValues>(connectorId: string, form: UseFormReturn<T>, saving: boolean) {
  const [testing, setTesting] = useState(false);
  const [outcome, setOutcome] = useState<CheckOutcome>();
  const path = "values" as Path<T>;
  const changes = useRef(0);
  const from = useRenderedFor();

  // An answer is about the values that were asked about: it goes as soon as they change.
  useEffect(() => {
    const { unsubscribe } = form.watch((_, { name }) => {
      if (name !== undefined && !name.startsWith("values")) return;
      changes.current += 1;
      setOutcome(undefined);
    });
    return unsubscribe;
  }, [form]);

  const test = async () => {
    if (testing || saving || !(await form.trigger(path, { shouldFocus: true }))) return;
    setTesting(true);
    setOutcome(undefined);
    const values: PathValue<T, Path<T>> = form.getValues(path);
    const asked = changes.current;
    const checked = await checkValues(from, connectorId, values);
    setTesting(false);
    if (changes.current !== asked) return setOutcome({ error: CHANGED });
    // Beside its field is where an error belongs; the panel has what no field can say.
    if (!("error" in checked && applyFieldErrors(form, checked.error))) setOutcome(checked);
  };
  const work: OverlayWork = saving ? "save" : testing ? "test" : undefined;
  return { work, test, outcome, setOutcome };
}
