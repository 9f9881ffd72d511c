"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { type PushedUnread, WithUnread } from "@/components/ui/unread-context";

/** First what the page is for. */
const START_AFTER_MS = 3000;

/** Keeps the screens inside as they are now: what changed is pushed, or asked for where one comes back after a while. */
export function Live({ workspaceId, children }: { workspaceId: string; children: ReactNode }) {
  const { refresh } = useRouter();
  const [pushed, setPushed] = useState<PushedUnread>();
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const start = setTimeout(() => {
      // Where it does not come, the page stays as it was made.
      import("./follow").then(
        ({ follow }) => follow({ workspaceId, refresh, onUnread: setPushed, signal }),
        () => undefined,
      );
    }, START_AFTER_MS);
    return () => {
      clearTimeout(start);
      stop.abort();
    };
  }, [workspaceId, refresh]);
  return <WithUnread value={pushed}>{children}</WithUnread>;
}
