"use client";

import { useCallback, useState } from "react";

/** Which rows of a page are selected, and what `SelectionContext` needs to let one select them. */
export function useSelection<Row extends { id: string }>(rows: readonly Row[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string, isSelected: boolean) =>
      setChosen((before) => {
        if (before.has(id) === isSelected) return before;
        return new Set(isSelected ? [...before, id] : [...before].filter((other) => other !== id));
      }),
    [],
  );
  // Someone else may have deleted one meanwhile.
  const selected = rows.filter(({ id }) => chosen.has(id));
  const selectAll = (all: boolean) => setChosen(new Set(all ? rows.map(({ id }) => id) : []));
  const total = rows.length;
  const context = { selected: new Set(selected.map(({ id }) => id)), toggle, total, selectAll };
  return { selected, total, toggle, clear: () => selectAll(false), context };
}
