"use client";

import { useRef, useState } from "react";
import { Button } from "./button";

type CopyCodeProps = { /** What it is, for those who do not see it. */ label: string; text: string };

/** Lines to take along. Where a browser keeps its clipboard to itself, they are selected instead. */
export function CopyCode({ label, text }: CopyCodeProps) {
  const code = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<string>();
  const copy = async () => {
    try {
      // Absent on a page that came by http from another machine.
      await navigator.clipboard.writeText(text);
      setCopied(text);
    } catch {
      if (code.current) window.getSelection()?.selectAllChildren(code.current);
    }
  };
  const isCopied = copied === text;
  return (
    <div className="min-w-0 rounded-control border bg-sunken">
      <div className="flex justify-end border-b p-1.5">
        <Button aria-label={`Copy ${label}`} onClick={copy}>
          {isCopied ? "Copied" : "Copy"}
        </Button>
      </div>
      <section
        aria-label={label}
        className="max-h-96 overflow-auto rounded-control p-3"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached without a mouse
        tabIndex={0}
      >
        <pre className="font-mono text-meta">
          <code ref={code}>{text}</code>
        </pre>
      </section>
      <span className="sr-only" role="status">
        {isCopied ? "Copied." : null}
      </span>
    </div>
  );
}
