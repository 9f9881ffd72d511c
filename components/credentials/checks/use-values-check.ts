"use client";

import { useEffect, useState } from "react";
import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import { aboutTyped } from "./question";
import { useCheck } from "./use-check";

type WithValues = FieldValues & { values: CredentialValues };

/** The check of a form with values: *Test*, swapping the two, and what a change of them does to an answer. */
export function useValuesCheck<T extends WithValues>(connector: SignInConnector, form: UseFormReturn<T>) {
  const check = useCheck((error) => applyFieldErrors(form, error));
  const { busy, outcome, verify, forget } = check;
  const [note, setNote] = useState("");
  const path = "values" as Path<T>;
  const [first, second] = connector.authentication.fields;

  useEffect(() => {
    const { unsubscribe } = form.watch((_, { name }) => {
      if (name !== undefined && !name.startsWith("values")) return;
      forget();
      setNote("");
    });
    return unsubscribe;
  }, [form, forget]);
  // Once the panel has come into sight: the field below it scrolls no further than it has to.
  useEffect(() => {
    const field = outcome && "verification" in outcome ? outcome.verification.fields[0] : undefined;
    const input = field === undefined ? null : document.getElementById(field);
    input?.focus({ preventScroll: true });
    input?.scrollIntoView({ block: "nearest" });
  }, [outcome]);

  const test = async () => {
    if (busy || !(await form.trigger(path, { shouldFocus: true }))) return;
    await verify(aboutTyped(connector.id, form.getValues(path)));
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
  return { ...check, note, test, swap };
}

export type ValuesCheck = ReturnType<typeof useValuesCheck>;
