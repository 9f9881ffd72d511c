"use client";

import { useEffect, useState } from "react";
import { folded } from "@/components/ui/folded";
import { NOT_SENT } from "@/components/ui/not-sent";
import { useRenderedFor } from "@/components/ui/workspace-context";
import { searchWorkspaceAction } from "@/lib/overview/overview-actions";
import type { FoundDto, WorkspaceSearchDto } from "@/lib/overview/overview-dto";

/** After the last key, so that not every letter of a word is searched for. */
const PAUSE_MS = 150;

/** What has this in its name, as soon as someone stops typing. `failure` is why it could not be searched for. */
export function useSearch(text: string) {
  const from = useRenderedFor();
  const [answer, setAnswer] = useState<{ q: string; found: WorkspaceSearchDto }>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const q = text.trim();
  useEffect(() => {
    setFailure(undefined);
    setBusy(q !== "");
    if (q === "") return setAnswer(undefined);
    // What comes late, after another letter, is not shown.
    let isLate = false;
    const timer = setTimeout(async () => {
      const result = await searchWorkspaceAction(from, { q }).catch(() => undefined);
      if (isLate) return;
      setBusy(false);
      setAnswer(result?.ok ? { q, found: result.data } : undefined);
      if (!result?.ok) setFailure((result?.error ?? NOT_SENT).message);
    }, PAUSE_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [from, q]);
  // Until the answer to the last letter is there, what still fits of the one before: Enter takes nobody elsewhere.
  const fits = ({ name }: FoundDto) => answer?.q === q || folded(name).includes(folded(q));
  const { credentials = [], sources = [] } = answer?.found ?? {};
  return { credentials: credentials.filter(fits), sources: sources.filter(fits), failure, busy };
}
