"use client";

import { type RefObject, useState } from "react";
import { Button } from "./button";

type CopyButtonProps = {
  text: string;
  /** What it copies, for those who do not see it. */
  label: string;
  /** Selected where the browser keeps its clipboard to itself. */
  target: RefObject<HTMLElement | null>;
};

/** Takes a text along that is shown beside it. */
export function CopyButton({ text, label, target }: CopyButtonProps) {
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    try {
      // Absent on a page that came by http from another machine.
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      if (target.current) window.getSelection()?.selectAllChildren(target.current);
    }
  };
  const isCopied = copied === text;
  return (
    <>
      <Button aria-label={`Copy ${label}`} onClick={copy}>
        {isCopied ? "Copied" : "Copy"}
      </Button>
      <span className="sr-only" role="status">
        {isCopied ? "Copied." : null}
      </span>
    </>
  );
}
