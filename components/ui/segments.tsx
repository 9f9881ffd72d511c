"use client";

import { useId } from "react";

type SegmentsProps<Id extends string> = {
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id;
  onChoose: (id: Id) => void;
};

/** One of a few views, as radio buttons in a row: arrow keys move and choose. */
export function Segments<Id extends string>({ label, options, value, onChoose }: SegmentsProps<Id>) {
  const name = useId();
  return (
    <fieldset className="flex w-fit max-w-full flex-wrap gap-0.5 rounded-control border bg-sunken p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          className="flex min-h-7 items-center rounded-[6px] px-2.5 text-meta font-medium text-muted has-checked:bg-surface has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--hairline)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink pointer-coarse:min-h-11"
          key={option.id}
        >
          <input
            checked={option.id === value}
            className="sr-only"
            name={name}
            onChange={() => onChoose(option.id)}
            type="radio"
            value={option.id}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
