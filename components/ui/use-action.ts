"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { ActionResult, ErrorDto } from "@/lib/platform/result-dto";
import { useRenderedFor } from "./workspace-context";

/** When the request itself did not get through: offline, the server restarting, or a new version of the app. */
const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message:
    "The server did not answer, so nothing was saved. What you typed is still here: check your connection and try again.",
};
/** The server does not know this action any more, so that no second try would help. Nothing is stored: it may be secret. */
const UPDATED: ErrorDto = {
  code: "UNAVAILABLE",
  message:
    "Latchkey was updated while this page was open, so nothing was saved. Your text is kept: copy what you need, then reload the page.",
  outdated: true,
};
/** What a new version no longer has: the action, or a script of the page that was not loaded yet. */
const isOutdated = (error: unknown) =>
  unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === "ChunkLoadError");

/**
 * Runs a server action: one at a time, whatever is clicked, and with every failure as a value. Undefined where one is
 * under way already. The action gets the workspace that this component was rendered for, to pass it on: the server
 * refuses what was typed for one workspace while the session is in another.
 */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const from = useRenderedFor();
  const run = useCallback(
    async <T>(action: (from: string) => Promise<ActionResult<T>>): Promise<ActionResult<T> | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      try {
        const result = await action(from);
        if (result.ok || result.error.code !== "CONFIRM_PASSWORD") return result;
        // Fetched when it is needed: no page carries it. What was typed stays where it is meanwhile.
        const { confirmIdentity } = await import("@/components/auth/confirm-identity");
        return (await confirmIdentity()) ? await action(from) : result;
      } catch (error) {
        // Next's redirect after an action is no failure.
        if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_")) throw error;
        return { ok: false, error: isOutdated(error) ? UPDATED : NOT_SENT };
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [from],
  );
  return { busy, run };
}
