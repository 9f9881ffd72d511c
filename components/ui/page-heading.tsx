"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useLanding } from "./toast-context";

/** The heading of a page that something leads to: it takes the focus of what is gone, and is read out. */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const pathname = usePathname();
  const { count, take } = useLanding();
  // Counted: it may be this page that one lands on again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each count is another landing
  useEffect(() => {
    if (take(pathname)) heading.current?.focus();
  }, [count, pathname, take]);
  return (
    <h1 className="text-page" dir="auto" ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
