"use client";

import { createContext, useContext, useState } from "react";

/** How many notices were not seen, as it was pushed: each time another object. */
export type PushedUnread = { unread: number };

const UnreadContext = createContext<PushedUnread | undefined>(undefined);

/** Tells everything inside what was pushed last. */
export const WithUnread = UnreadContext.Provider;

/** How many notices were not seen: what the page was rendered with or what was pushed, whichever came last. */
export function useUnread(rendered: number): number {
  const pushed = useContext(UnreadContext);
  const [last, setLast] = useState({ rendered, pushed, count: rendered });
  if (last.rendered === rendered && last.pushed === pushed) return last.count;
  const count = pushed !== undefined && last.pushed !== pushed ? pushed.unread : rendered;
  setLast({ rendered, pushed, count });
  return count;
}
