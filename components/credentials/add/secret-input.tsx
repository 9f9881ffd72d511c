"use client";

import type { ClipboardEvent, ComponentProps } from "react";
import { HiddenInput } from "@/components/ui/hidden-input";

type SecretInputProps = Omit<ComponentProps<typeof HiddenInput>, "onPaste"> & {
  onPasted: (event: ClipboardEvent<HTMLInputElement>) => void;
};

/** A value of a credential. Nothing stored ever comes back into it. */
export function SecretInput({ onPasted, ...input }: SecretInputProps) {
  return (
    <HiddenInput
      {...input}
      // No value of "autocomplete" keeps browsers from filling a sign-in password in, except this one.
      autoComplete="new-password"
      className="scroll-my-10 font-mono"
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      onPaste={onPasted}
      required
    />
  );
}
