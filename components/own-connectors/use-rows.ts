import { useEffect, useRef } from "react";
import type { PathValue, UseFormReturn } from "react-hook-form";
import type { DefinitionForm } from "./own-form";

type Lists =
  | "definition.fields"
  | "definition.placements"
  | "definition.endpoints"
  | `definition.endpoints.${number}.parameters`;
type Row<N extends Lists> = PathValue<DefinitionForm, N>[number];

/**
 * A list of the form whose rows come and go. The library's own is two hooks and 1.5 KB, which every page with a form
 * would carry: what is shared is bundled once, with all that anybody uses of it.
 */
export function useRows<N extends Lists>(form: UseFormReturn<DefinitionForm>, name: N) {
  const rows = (form.watch(name) ?? []) as readonly Row<N>[];
  const { error: wrong } = form.getFieldState(name);
  const isAdded = useRef(false);
  const { length } = rows;
  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    document.querySelector<HTMLElement>(`[id^="${name.replaceAll(".", "-")}-${length - 1}-"]`)?.focus();
  }, [length, name]);

  const typed = () => form.getValues(name) as readonly Row<N>[];
  const put = (next: readonly Row<N>[]) => {
    form.clearErrors(name);
    form.setValue(name, next as PathValue<DefinitionForm, N>, { shouldDirty: true });
  };
  return {
    /** Rows are told apart by their place: their inputs are given other values where one before them goes. */
    fields: rows.map((_, index) => ({ id: String(index) })),
    values: rows,
    /** What is wrong with the list itself. It is no input, and must not be registered as one. */
    error: wrong?.message,
    append: (row: Row<N>) => {
      isAdded.current = true;
      put([...typed(), row]);
    },
    remove: (at: number) => put(typed().filter((_, index) => index !== at)),
  };
}
