"use client";

import { type ComponentProps, useState } from "react";
import { inputClass } from "./field";

type HiddenInputProps = Omit<ComponentProps<"input">, "type"> & {
  /** What the field is called, and so what the button shows. */
  label: string;
};

/** What is dotted while it is typed, with a button to look at it: its name says which, and changes; it is not "pressed". */
export function HiddenInput({ label, className = "", ...input }: HiddenInputProps) {
  const [shown, setShown] = useState(false);
  const act = shown ? "Hide" : "Show";
  return (
    <div className="relative">
      <input
        // While it is shown, too, it is no text to correct, nor to send to a spelling service.
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        {...input}
        className={`${inputClass} pr-16 ${className}`}
        type={shown ? "text" : "password"}
      />
      <button
        aria-label={`${act} ${label}`}
        className="absolute inset-y-1 right-1 rounded-[6px] px-2.5 text-meta text-muted hover:bg-sunken hover:text-ink"
        onClick={() => setShown(!shown)}
        type="button"
      >
        {act}
      </button>
    </div>
  );
}
