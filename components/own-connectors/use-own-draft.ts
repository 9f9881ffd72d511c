"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useRenderedFor } from "@/components/ui/workspace-context";
import type { DefinitionForm } from "./own-form";

/** The browser may keep its storage to itself: then there are no drafts, and nothing else is worse for it. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Of a form that looked otherwise, nothing is restored: an input of it would have no value. */
const looksLike = (draft: unknown, start: DefinitionForm): draft is DefinitionForm => {
  const [given, own] = [draft, start].map((one) => (one as DefinitionForm | null)?.definition);
  return (
    typeof given === "object" && given !== null && own !== undefined && Object.keys(own).every((key) => key in given)
  );
};

/** Keeps what is typed over a reload and the way back, in this tab alone. Nothing of it is secret. */
export function useOwnDraft(form: UseFormReturn<DefinitionForm>, start: DefinitionForm, about: string) {
  const key = `latchkey draft ${useRenderedFor()} own connector ${about}`;
  const [restored, setRestored] = useState(false);
  const isDone = useRef(false);
  const begin = useRef(start);

  useEffect(() => {
    const draft: unknown = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? "null"));
    const same = (one: unknown) => JSON.stringify(one) === JSON.stringify(begin.current);
    if (looksLike(draft, begin.current) && !same(draft)) {
      form.reset(draft);
      setRestored(true);
    }
    const { unsubscribe } = form.watch(() => {
      if (isDone.current) return;
      const values = form.getValues();
      attempt(() =>
        same(values) ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(values)),
      );
    });
    return unsubscribe;
  }, [form, key]);

  const discard = () => {
    form.reset(begin.current);
    attempt(() => sessionStorage.removeItem(key));
    setRestored(false);
  };
  /** It was saved: what is typed is none any more. */
  const finish = useCallback(() => {
    isDone.current = true;
    attempt(() => sessionStorage.removeItem(key));
  }, [key]);
  return { restored, discard, finish };
}
