"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useRenderedFor } from "@/components/ui/workspace-context";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { draftKey, forgetDraft, readDraft, saysTheSame, writeDraft } from "./draft";

/** What is typed upon: the form as it began, where that is known, and of a source that is changed its revision. */
export type Upon = { values: DataSourceForm | undefined; revision: number | undefined };

type DraftOptions = {
  form: UseFormReturn<DataSourceForm>;
  /** What the form begins with where there is no draft. */
  start: DataSourceForm;
  connectorId: string;
  /** Which form of the connector it is: a new one, or that of a source. */
  about: string;
  /** Of the source that is changed, as it is now. */
  revision?: number | undefined;
};

/**
 * Keeps what is typed over a reload and the way back, in this tab alone. `restored` while what stands there is a draft.
 * A draft stays one upon what it was typed upon, whatever the source is by now, until that is settled.
 */
export function useDraft({ form, start, connectorId, about, revision }: DraftOptions) {
  const key = draftKey(useRenderedFor(), connectorId, about);
  const [restored, setRestored] = useState(false);
  const isDone = useRef(false);
  // The form that no draft is needed for.
  const begin = useRef(start);
  const [upon, setUpon] = useState<Upon>({ values: start, revision });
  const kept = useRef(upon);

  const typeUpon = useCallback((next: Upon) => {
    kept.current = next;
    setUpon(next);
  }, []);

  useEffect(() => {
    const draft = readDraft(sessionStorage, key);
    if (draft && !saysTheSame(draft.values, begin.current)) {
      form.reset({ ...begin.current, ...draft.values });
      setRestored(true);
      if (draft.revision !== kept.current.revision) typeUpon({ values: draft.base, revision: draft.revision });
    }
    const { unsubscribe } = form.watch(() => {
      if (isDone.current) return;
      const values = form.getValues();
      const { values: base, revision: upon } = kept.current;
      if (saysTheSame(values, begin.current)) forgetDraft(sessionStorage, key);
      else
        writeDraft(sessionStorage, key, {
          values,
          ...(base && { base }),
          ...(upon !== undefined && { revision: upon }),
        });
    });
    return unsubscribe;
  }, [form, key, typeUpon]);

  /** What is typed is upon this from now on, and begins as `values`. */
  const settle = (next: DataSourceForm, values: DataSourceForm, revision: number) => {
    begin.current = values;
    typeUpon({ values, revision });
    form.reset(next, { keepDefaultValues: true });
  };
  const discard = () => {
    typeUpon({ values: begin.current, revision });
    form.reset(begin.current);
    forgetDraft(sessionStorage, key);
    setRestored(false);
  };
  /** It was saved: what is typed is none any more. */
  const finish = useCallback(() => {
    isDone.current = true;
    forgetDraft(sessionStorage, key);
  }, [key]);
  return { restored, upon, settle, discard, finish };
}
