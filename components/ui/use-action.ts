"use client";

import { useCallback, useRef, useState } from "react";
import type { ActionResult, ErrorDto } from "@/lib/platform/result-dto";
import { useRenderedFor } from "./workspace-context";

/** When the request itself did not get through: offline, the server restarting, or a new version of the app. */
const NOT_SENT: ErrorDto = {
  code: "UNAVAILABLE",
  message:
    "The server did not answer, so nothing was saved. What you typed is still here: check your connection and try again.",
};
const UPDATED: ErrorDto = {
  code: "UNAVAILABLE",
  message:
    "The app was updated meanwhile. What you typed is still here: press the button again, or reload the page if that does not help.",
};

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
        const stale = error instanceof Error && /server action/i.test(error.message);
        return { ok: false, error: stale ? UPDATED : NOT_SENT };
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [from],
  );
  return { busy, run };
}
