"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import type { ActionResult, ErrorDto } from "@/lib/platform/result-dto";
import { type Confirm, useConfirm } from "./confirm-context";
import { NOT_SENT } from "./not-sent";
import { useRenderedFor } from "./workspace-context";

/** The server does not know this action any more, so that no second try would help. Nothing is stored: it may be secret. */
const UPDATED: ErrorDto = {
  code: "UNAVAILABLE",
  message:
    "Latchkey was updated while this page was open, so nothing was saved. What you typed is still here: copy what you need, then reload the page.",
  outdated: true,
};
/** What a new version no longer has: the action, or a script of the page that was not loaded yet. */
const isOutdated = (error: unknown) =>
  unstable_isUnrecognizedActionError(error) || (error instanceof Error && error.name === "ChunkLoadError");

/** A server action. It gets the workspace that its component was rendered for, to pass it on. */
export type Action<T> = (from: string) => Promise<ActionResult<T>>;

/** What the action came to, asking once who is there where it wants to know, or nobody is any more. What was typed stays meanwhile. */
async function settle<T>(action: Action<T>, from: string, confirm: Confirm): Promise<ActionResult<T>> {
  try {
    const result = await action(from);
    const code = result.ok ? undefined : result.error.code;
    if (code !== "CONFIRM_PASSWORD" && code !== "NOT_SIGNED_IN") return result;
    return (await confirm(code)) ? await action(from) : result;
  } catch (error) {
    // Next's redirect after an action is no failure.
    if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_")) throw error;
    return { ok: false, error: isOutdated(error) ? UPDATED : NOT_SENT };
  }
}

/**
 * Runs a server action: one at a time, whatever is clicked, and with every failure as a value. Undefined where one is
 * under way already. `failure` is why the last one was refused, until the next begins. The server refuses what was
 * typed for one workspace while the session is in another.
 */
export function useAction() {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorDto>();
  const running = useRef(false);
  const from = useRenderedFor();
  const confirm = useConfirm();
  const run = useCallback(
    async <T>(action: Action<T>): Promise<ActionResult<T> | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      setFailure(undefined);
      try {
        const result = await settle(action, from, confirm);
        if (!result.ok) setFailure(result.error);
        return result;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [from, confirm],
  );
  return { busy, failure, run };
}
