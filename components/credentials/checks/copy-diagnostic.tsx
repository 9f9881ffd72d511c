"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

type Copied = "copied" | "by-hand" | undefined;

/** Copies the lines for a ticket. Where a browser keeps its clipboard to itself, they are shown selected instead. */
export function CopyDiagnostic({ text }: { text: string }) {
  const [copied, setCopied] = useState<Copied>();
  const copy = async () => {
    setCopied(undefined);
    try {
      // Absent on a page that came by http from another machine.
      await navigator.clipboard.writeText(text);
      setCopied("copied");
    } catch {
      setCopied("by-hand");
    }
  };
  return (
    <>
      <Button onClick={copy}>Copy diagnostic</Button>
      <p className={copied ? "self-center text-meta text-muted" : "sr-only"} role="status">
        {copied === "copied" ? "Copied. It contains no values." : null}
        {copied === "by-hand" ? "Copy the selected lines. They contain no values." : null}
      </p>
      {copied === "by-hand" ? (
        <textarea
          aria-label="Diagnostic"
          className="w-full resize-none rounded-control border border-edge bg-surface p-2 font-mono text-meta text-ink"
          onFocus={(event) => event.currentTarget.select()}
          readOnly
          ref={(area) => area?.focus()}
          rows={text.split("\n").length}
          value={text}
        />
      ) : null}
    </>
  );
}
