"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Where the course of a check is told: read out as it comes, but not the seconds that count down in it. When what had
 * the focus in here is gone, a button that was pressed say, the region itself takes it, so that Tab goes on from here.
 */
export function CheckRegion({ className = "", children }: { className?: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) region.current?.focus({ preventScroll: true });
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls, this groups what is told
    <div
      aria-label="Check"
      aria-live="polite"
      aria-relevant="additions"
      className={`outline-none ${className}`}
      onBlur={(event) => {
        if (event.relatedTarget) hadFocus.current = false;
      }}
      onFocus={() => {
        hadFocus.current = true;
      }}
      ref={region}
      role="group"
      tabIndex={-1}
    >
      {children}
    </div>
  );
}
