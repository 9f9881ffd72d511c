"use client";

import { createContext, useContext, useEffect, useRef } from "react";

type Selection = { selected: ReadonlySet<string>; toggle: (id: string, isSelected: boolean) => void };

/** Which rows of a list are selected. Without one, rows have no check box. */
export const SelectionContext = createContext<Selection | undefined>(undefined);

/** The check box of a row, above the link that is the rest of it. */
export function SelectRow({ id, name }: { id: string; name: string }) {
  const selection = useContext(SelectionContext);
  const box = useRef<HTMLInputElement>(null);
  const toggle = selection?.toggle;
  // Ticked before the scripts were there: it stays so, and counts.
  useEffect(() => {
    if (box.current?.checked) toggle?.(id, true);
  }, [id, toggle]);
  if (!selection) return null;
  return (
    <label className="pick">
      <input
        aria-label={`Select ${name}`}
        checked={selection.selected.has(id)}
        onChange={(event) => selection.toggle(id, event.target.checked)}
        ref={box}
        type="checkbox"
      />
    </label>
  );
}
