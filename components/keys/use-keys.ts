"use client";

import { useEffect, useState } from "react";
import { useAction } from "@/components/ui/use-action";
import { useRenderedFor } from "@/components/ui/workspace-context";
import { getKeysAction } from "@/lib/keys/keys-actions";
import type { KeysDto } from "@/lib/keys/keys-dto";
import type { ActionResult } from "@/lib/platform/result-dto";

const LOOK_MS = 1500;

/** The keys as they are now: looked at again while a rotation goes on, wherever it does. */
export function useKeys(initial: KeysDto) {
  const [keys, setKeys] = useState(initial);
  const { busy, failure, run } = useAction();
  const from = useRenderedFor();
  const isRunning = keys.rotation?.isRunning === true;

  useEffect(() => {
    if (!isRunning) return;
    let isOver = false;
    const timer = setInterval(async () => {
      // A look that fails is not news: the next one may not.
      const result = await getKeysAction(from).catch(() => undefined);
      if (!isOver && result?.ok) setKeys(result.data);
    }, LOOK_MS);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [isRunning, from]);

  const act = async (action: (from: string) => Promise<ActionResult<KeysDto>>): Promise<void> => {
    const result = await run(action);
    if (result?.ok) setKeys(result.data);
  };
  return { keys, failure, busy, act };
}
