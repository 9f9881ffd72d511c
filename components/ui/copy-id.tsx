"use client";

import { useRef, useState } from "react";
import { Button } from "./button";

/** What programs know it by, to be copied with one click; where a browser keeps its clipboard to itself, it is selected. */
export function CopyId({ id }: { id: string }) {
  const code = useRef<HTMLElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    try {
      // Absent on a page that came by http from another machine.
      await navigator.clipboard.writeText(id);
      setCopied(true);
    } catch {
      if (code.current) window.getSelection()?.selectAllChildren(code.current);
    }
  };
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <code className="font-mono text-meta wrap-anywhere" ref={code}>
        {id}
      </code>
      <Button className="-mx-3.5 -my-2" onClick={copy} variant="quiet">
        {isCopied ? "Copied" : "Copy ID"}
      </Button>
      <span className="sr-only" role="status">
        {isCopied ? "Copied." : null}
      </span>
    </span>
  );
}
