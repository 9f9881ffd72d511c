"use client";

import { useEffect, useRef, useState } from "react";
import { useAction } from "@/components/ui/use-action";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { postCheck } from "./post-check";

/**
 * Sends what makes the server ask a provider first. By a route and no action: closing the request stops the check, and
 * leaving the page closes it. One at a time; undefined where one is under way.
 */
export function useStoppablePost() {
  const { busy, run } = useAction();
  const asking = useRef<AbortController>(undefined);
  const [tries, setTries] = useState(0);
  useEffect(() => () => asking.current?.abort(), []);

  const post = async (path: string, body: object): Promise<"done" | "stopped" | { error: ErrorDto } | undefined> => {
    const result = await run(async (from) => {
      const controller = new AbortController();
      asking.current = controller;
      setTries((before) => before + 1);
      const posted = await postCheck<object>(path, from, body, controller.signal);
      if ("error" in posted) return { ok: false, error: posted.error };
      return { ok: true, data: "stopped" in posted ? ("stopped" as const) : ("done" as const) };
    });
    return result && (result.ok ? result.data : { error: result.error });
  };
  /** `tries` tells one request from the next, also where the second follows a confirmed password. */
  return { busy, tries, post, stop: () => asking.current?.abort() };
}
