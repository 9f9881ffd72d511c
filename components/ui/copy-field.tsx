"use client";

import { useState } from "react";
import { Button } from "./button";
import { inputClass } from "./field";

type CopyFieldProps = {
  label: string;
  text: string;
  /** It is seen only now: then the button that copies it has the focus, so that no key in haste closes what shows it. */
  autoFocus?: true;
};

/** A text to take along: selected when it is focused, and copied with one click where the browser allows it. */
export function CopyField({ label, text, autoFocus = undefined }: CopyFieldProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Browsers refuse it on pages without TLS; the field can still be selected.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setCopied(done === true);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <input
        aria-label={label}
        className={`${inputClass} min-w-0 flex-1 basis-56 font-mono text-meta`}
        onFocus={(event) => event.target.select()}
        readOnly
        value={text}
      />
      <Button autoFocus={autoFocus} data-autofocus={autoFocus} onClick={copy}>
        {copied ? "Copied" : "Copy"}
      </Button>
    </div>
  );
}
