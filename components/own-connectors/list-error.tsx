"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type ListErrorProps = {
  error: string | undefined;
  /** What the version before had and the list has no more. */
  gone: readonly { name: string; onPutBack: () => void }[];
};

/** What is wrong with a list as a whole, which no input of it can say, and the way to put back what it lacks. */
export function ListError({ error, gone }: ListErrorProps) {
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where an input is wrong too, the focus is there.
    if (error && document.activeElement?.getAttribute("aria-invalid") !== "true") said.current?.focus();
  }, [error]);
  return (
    <div aria-live="polite" className="empty:absolute">
      {error ? (
        <div className="scroll-my-8" ref={said} tabIndex={-1}>
          <Notice title={error} tone="bad">
            {gone.length > 0 ? (
              <div className="mt-1 flex flex-wrap gap-2">
                {gone.map(({ name, onPutBack }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two may have one name, and they hold nothing
                  <Button key={index} onClick={onPutBack}>
                    Put {name} back
                  </Button>
                ))}
              </div>
            ) : null}
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
