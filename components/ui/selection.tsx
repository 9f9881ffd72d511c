"use client";

import { createContext, useContext, useEffect, useRef } from "react";

type Selection = {
  selected: ReadonlySet<string>;
  toggle: (id: string, isSelected: boolean) => void;
  /** How many rows there are. */
  total: number;
  selectAll: (all: boolean) => void;
};

/** Which rows of a list are selected. Without one, rows have no check box. */
export const SelectionContext = createContext<Selection | undefined>(undefined);

/** A check box in a cell of its own. Ticked before the scripts were there, it stays so, and counts. */
function useTickedBefore(onTicked: (() => void) | undefined) {
  const box = useRef<HTMLInputElement>(null);
  const atFirst = useRef(onTicked);
  useEffect(() => {
    if (box.current?.checked) atFirst.current?.();
  }, []);
  return box;
}

/** The check box of a row, above the link that is the rest of it. */
export function SelectRow({ id, name }: { id: string; name: string }) {
  const selection = useContext(SelectionContext);
  const box = useTickedBefore(selection && (() => selection.toggle(id, true)));
  if (!selection) return null;
  return (
    <td className="pick">
      <label>
        <input
          aria-label={`Select ${name}`}
          checked={selection.selected.has(id)}
          onChange={(event) => selection.toggle(id, event.target.checked)}
          ref={box}
          type="checkbox"
        />
      </label>
    </td>
  );
}

/** The check box of all rows of the page, at the head of the others. */
export function SelectAll() {
  const selection = useContext(SelectionContext);
  const box = useTickedBefore(selection && (() => selection.selectAll(true)));
  const { selected, total = 0, selectAll } = selection ?? {};
  const count = selected?.size ?? 0;
  const isAll = count === total;
  useEffect(() => {
    if (box.current) box.current.indeterminate = count > 0 && !isAll;
  });
  if (!selectAll) return null;
  return (
    <th className="pick" scope="col">
      <label>
        <input checked={isAll} onChange={() => selectAll(!isAll)} ref={box} type="checkbox" />
        <span>Select all on this page</span>
      </label>
    </th>
  );
}
