"use client";

import type { ComponentProps } from "react";
import { useLater } from "@/components/ui/use-later";
import type { RequestAccessParts } from "./request-access-parts";

const loadParts = async () => (await import("./request-access-parts")).RequestAccessParts;

/** What few are shown, and all pages that may be refused would carry: fetched where it is shown. */
export function RequestAccess(props: ComponentProps<typeof RequestAccessParts>) {
  const Parts = useLater(loadParts, true);
  return <div className="min-h-9">{Parts ? <Parts {...props} /> : null}</div>;
}
