"use client";

import { usePathname, useSearchParams } from "next/navigation";

/** Whether the page was opened to replace the values at once (`?replace=1`), and how to take that out of its address. */
export function useReplaceQuery(): { isWanted: boolean; clear: () => void } {
  const pathname = usePathname();
  const isWanted = useSearchParams().get("replace") === "1";
  return { isWanted, clear: () => isWanted && window.history.replaceState(null, "", pathname) };
}
