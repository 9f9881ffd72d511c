"use client";

import { useState } from "react";
import { type DefaultValues, type FieldPath, type FieldValues, get, type Resolver, useForm } from "react-hook-form";
import type { ActionResult } from "@/lib/platform/result-dto";
import { applyFieldErrors, ownFieldErrors } from "./apply-field-errors";
import { lazyResolver } from "./lazy-resolver";
import { useAction } from "./use-action";

type SubmitOptions<T extends FieldValues, R> = {
  /** A value for each field that the person sees, and for no other: `send` adds the rest. */
  defaultValues: DefaultValues<NoInfer<T>>;
  /** Fetches the schemas, which are no part of the page. Without it the server alone says what is wrong. */
  resolver?: () => Promise<Resolver<T>>;
  send: (values: T, from: string) => Promise<ActionResult<R>>;
  /** After it was done. A form that stays and held a secret empties itself here. */
  onDone?: (data: R, reset: (values?: T) => void) => void;
};

const acceptAll =
  <T extends FieldValues>(): Resolver<T> =>
  (values) => ({ values, errors: {} });

/**
 * The one way to submit a form. What was typed stays when it is refused; what the server says of a field stands beside
 * it, with the focus on the first; `failure` is what no field can say, for a `Failure` or `SaveRow`; `isDone` goes with
 * the next key. `run` is for another act of the same form, a passkey beside the password say.
 */
export function useSubmit<T extends FieldValues, R>({ defaultValues, resolver, send, onDone }: SubmitOptions<T, R>) {
  const [lazy] = useState(() => lazyResolver<T>(resolver ?? (async () => acceptAll())));
  const form = useForm<T>({ resolver: lazy.resolver, defaultValues });
  const { errors, isDirty } = form.formState;
  const { busy, failure, run } = useAction();
  const [isDone, setDone] = useState(false);

  const onSubmit = form.handleSubmit(async (values) => {
    setDone(false);
    const result = await run((from) => send(values, from));
    if (!result) return;
    if (!result.ok) return void applyFieldErrors(form, result.error);
    setDone(true);
    onDone?.(result.data, (next) => form.reset(next));
  });
  const onInput = () => {
    lazy.preload();
    setDone(false);
  };
  return {
    form,
    /** What an input carries, and the sentence that goes under it. */
    field: <P extends FieldPath<T>>(name: P) => ({
      ...form.register(name),
      error: (get(errors, name) as { message?: string } | undefined)?.message,
    }),
    formProps: { method: "post", noValidate: true, onInput, onSubmit } as const,
    isDirty,
    busy,
    failure: failure && ownFieldErrors(form, failure).length > 0 ? undefined : failure,
    isDone,
    run,
  };
}

/** What a component that draws the frame of a form takes of it. */
export type Submission = Pick<ReturnType<typeof useSubmit>, "formProps" | "isDirty" | "busy" | "failure" | "isDone">;
