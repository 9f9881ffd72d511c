"use client";

import { type ClipboardEvent, type ComponentProps, useState } from "react";
import { inputClass } from "@/components/ui/field";

type SecretInputProps = ComponentProps<"input"> & {
  /** What the field is called, and so what the button shows. */
  label: string;
  onPasted: (event: ClipboardEvent<HTMLInputElement>) => void;
};

/** A value that is dotted while it is typed, with a button to look at it. Nothing stored ever comes back into it. */
export function SecretInput({ label, onPasted, ...props }: SecretInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <input
        {...props}
        autoCapitalize="off"
        // No value of "autocomplete" keeps browsers from filling a sign-in password in, except this one.
        autoComplete="new-password"
        autoCorrect="off"
        className={`${inputClass} scroll-my-10 pr-16 font-mono`}
        data-1p-ignore
        data-bwignore
        data-lpignore="true"
        onPaste={onPasted}
        required
        spellCheck={false}
        type={shown ? "text" : "password"}
      />
      <button
        aria-label={`${shown ? "Hide" : "Show"} ${label}`}
        className="absolute inset-y-1 right-1 rounded-[6px] px-2.5 text-meta text-muted hover:bg-sunken hover:text-ink"
        onClick={() => setShown(!shown)}
        type="button"
      >
        {shown ? "Hide" : "Show"}
      </button>
    </div>
  );
}
