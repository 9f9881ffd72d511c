"use client";

import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/platform/result-dto";
import { NOT_SENT } from "./not-sent";
import { useRenderedFor } from "./workspace-context";

/** After the last key, so that not every letter of a word is searched for. */
const PAUSE_MS = 150;

/**
 * What the server finds for a text, as soon as someone stops typing; undefined for none, and until the first answer.
 * `failure` is why it could not be searched.
 * @param find must stay the same from one rendering to the next
 */
export function useFound<T>(text: string, find: (from: string, q: string) => Promise<ActionResult<T>>) {
  const from = useRenderedFor();
  const [found, setFound] = useState<T>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const q = text.trim();
  useEffect(() => {
    setFailure(undefined);
    setBusy(q !== "");
    if (q === "") return setFound(undefined);
    // What comes late, after another letter, is not shown.
    let isLate = false;
    const timer = setTimeout(async () => {
      const result = await find(from, q).catch(() => undefined);
      if (isLate) return;
      setBusy(false);
      setFound(result?.ok ? result.data : undefined);
      if (!result?.ok) setFailure((result?.error ?? NOT_SENT).message);
    }, PAUSE_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [from, q, find]);
  return { found, failure, busy };
}
