"use client";

import { useEffect, useRef, useState } from "react";
import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { useRenderedFor } from "@/components/ui/workspace-context";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { suspectValues } from "@/lib/connectors/suspect-values";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { postCheck } from "./post-check";

/** What an overlay is busy with. */
export type OverlayWork = "test" | "save" | undefined;

/** What stands in the overlay's panel: the answer of a check, why there is none, or what else kept it from being saved. */
export type CheckOutcome =
  | { verification: VerificationResult }
  | { error: ErrorDto }
  | { stopped: true }
  | { duplicate: DuplicateDto };

/** Younger than the receipt's own minute, so that it is still good when it arrives. In milliseconds. */
const RECEIPT_GOOD_FOR = 50_000;

const CHANGED: ErrorDto = {
  code: "CHANGED_MEANWHILE",
  message: "The values were changed while they were being checked, so the answer was not about them. Test again.",
};

type WithValues = FieldValues & { values: CredentialValues };
type Accepted = { verification: VerificationResult; at: number; changes: number };

/**
 * The checks of an overlay: *Test*, the one that comes before a save, stopping either, and the outcome that the panel
 * shows. One at a time, whatever is clicked; closing the overlay stops it.
 */
export function useCheck<T extends WithValues>(connector: Connector, form: UseFormReturn<T>, saving: boolean) {
  const [asking, setAsking] = useState<OverlayWork>();
  const [outcome, setOutcome] = useState<CheckOutcome>();
  const [last, setLast] = useState<OverlayWork>();
  const [note, setNote] = useState("");
  const changes = useRef(0);
  const running = useRef<AbortController>(undefined);
  const from = useRenderedFor();
  const accepted = useRef<Accepted>(undefined);
  const path = "values" as Path<T>;
  const [first, second] = connector.authentication.fields;

  // An answer is about the values that were asked about: it goes as soon as they change.
  useEffect(() => {
    const { unsubscribe } = form.watch((_, { name }) => {
      if (name !== undefined && !name.startsWith("values")) return;
      changes.current += 1;
      setOutcome(undefined);
      setNote("");
    });
    return unsubscribe;
  }, [form]);
  useEffect(() => () => running.current?.abort(), []);
  // Once the panel has taken its place: the field scrolls into what is left beside it.
  useEffect(() => {
    const field = outcome && "verification" in outcome ? outcome.verification.fields[0] : undefined;
    if (field) form.setFocus(`values.${field}` as Path<T>);
  }, [form, outcome]);

  const show = (verification: VerificationResult, values: CredentialValues) => {
    const hints = verification.status === "FAILED" ? suspectValues(connector, values) : [];
    setOutcome({ verification: { ...verification, causes: [...hints, ...verification.causes] } });
  };

  const ask = async (work: "test" | "save", values: CredentialValues): Promise<VerificationResult | undefined> => {
    if (running.current) return undefined;
    const controller = new AbortController();
    running.current = controller;
    setAsking(work);
    setLast(work);
    setOutcome(undefined);
    const asked = changes.current;
    const body = { connectorId: connector.id, values };
    const posted = await postCheck<VerificationResult>("/api/v1/credentials/verify", from, body, controller.signal);
    running.current = undefined;
    setAsking(undefined);
    if ("stopped" in posted) setOutcome(posted);
    // Beside its field is where an error belongs; the panel has what no field can say.
    else if ("error" in posted) void (applyFieldErrors(form, posted.error) || setOutcome(posted));
    else if (changes.current !== asked) setOutcome({ error: CHANGED });
    else {
      const { answer } = posted;
      if (answer.status === "VERIFIED") accepted.current = { verification: answer, at: Date.now(), changes: asked };
      if (work === "test" || answer.status !== "VERIFIED") show(answer, values);
      return answer;
    }
    return undefined;
  };

  const test = async () => {
    if (asking || saving || !(await form.trigger(path, { shouldFocus: true }))) return;
    const values: PathValue<T, Path<T>> = form.getValues(path);
    await ask("test", values);
  };

  /** Has the values accepted before they are saved; undefined where they were not, and then the panel says why. */
  const accept = async (values: CredentialValues): Promise<VerificationResult | undefined> => {
    const known = accepted.current;
    const isFresh = known?.changes === changes.current && Date.now() - known.at < RECEIPT_GOOD_FOR;
    if (known && isFresh && !running.current) return known.verification;
    const answer = await ask("save", values);
    return answer?.status === "VERIFIED" ? answer : undefined;
  };

  const swap = async () => {
    if (!first || !second) return;
    // A copy: the form's own object changes under the first of the two.
    const values: CredentialValues = { ...form.getValues(path) };
    const fill = (id: string, value: string | undefined) =>
      form.setValue(`values.${id}` as Path<T>, (value ?? "") as PathValue<T, Path<T>>, { shouldDirty: true });
    fill(first.id, values[second.id]);
    fill(second.id, values[first.id]);
    setNote(`${first.label} and ${second.label} were swapped.`);
    await test();
  };

  const stop = () => running.current?.abort();
  const work: OverlayWork = saving ? "save" : asking;
  return { work, asking: asking !== undefined, last, note, outcome, setOutcome, test, accept, stop, swap };
}

export type Check = ReturnType<typeof useCheck>;
