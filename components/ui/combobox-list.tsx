"use client";

import { useEffect, useLayoutEffect, useRef } from "react";

export type ComboboxOption = {
  id: string;
  label: string;
  /** Beside it and less than it: how it is. */
  hint?: string;
};

const GAP = 4;
/** In pixels. Where there is less room below the field, the list stands above it. */
const WANTED = 240;

/** Beside its field, on the side with more room. By the browser's own top layer no dialog and no scroller cuts it off. */
function place(list: HTMLElement, field: HTMLElement) {
  const { top, bottom, left, width } = field.getBoundingClientRect();
  const below = window.innerHeight - bottom;
  const isAbove = below < WANTED && top > below;
  const room = (isAbove ? top : below) - 2 * GAP;
  Object.assign(list.style, {
    left: `${left}px`,
    width: `${width}px`,
    maxHeight: `${Math.max(room, 80)}px`,
    top: isAbove ? "auto" : `${bottom + GAP}px`,
    bottom: isAbove ? `${window.innerHeight - top + GAP}px` : "auto",
  });
}

type OptionListProps = {
  id: string;
  /** The text field that it belongs to. */
  fieldId: string;
  options: readonly ComboboxOption[];
  optionId: (index: number) => string;
  /** The one that Enter takes. */
  marked: number;
  chosenId: string | undefined;
  note: string | undefined;
  onMark: (index: number) => void;
  onChoose: (option: ComboboxOption) => void;
};

/** What a combobox can become. The focus stays in the field, whose keys choose among these. */
export function OptionList(props: OptionListProps) {
  const { id, fieldId, options, optionId, marked, chosenId, note, onMark, onChoose } = props;
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const field = document.getElementById(fieldId);
    const shown = list.current;
    if (!field || !shown) return;
    const follow = () => place(shown, field);
    // A browser without it shows it in place.
    shown.showPopover?.();
    follow();
    window.addEventListener("scroll", follow, true);
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow, true);
      window.removeEventListener("resize", follow);
    };
  }, [fieldId]);
  useEffect(() => {
    list.current?.querySelectorAll("[role=option]")[marked]?.scrollIntoView({ block: "nearest" });
  }, [marked]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing it leaves the focus in the field
    <div
      className="fixed inset-auto m-0 overflow-y-auto rounded-control border bg-surface p-1 text-ink shadow-float"
      onMouseDown={(event) => event.preventDefault()}
      popover="manual"
      ref={list}
    >
      {options.length > 0 ? (
        <div aria-label="Options" id={id} role="listbox">
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox has the focus
            <div
              aria-selected={index === marked}
              className={`flex min-h-9 cursor-pointer items-center gap-3 rounded-control px-3 py-1 pointer-coarse:min-h-11 aria-selected:bg-accent-soft aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent-ink ${option.id === chosenId ? "font-medium" : ""}`}
              id={optionId(index)}
              key={option.id}
              onClick={() => onChoose(option)}
              onPointerMove={() => onMark(index)}
              role="option"
            >
              <span className="min-w-0 flex-1 truncate" dir="auto" title={option.label}>
                {option.label}
              </span>
              {option.hint ? <span className="text-meta text-muted">{option.hint}</span> : null}
            </div>
          ))}
        </div>
      ) : null}
      {note ? <p className="px-3 py-2 text-meta text-muted">{note}</p> : null}
    </div>
  );
}
