"use client";

import { useEffect, useState } from "react";

const ASK_EVERY_MS = 3000;

const isReady = () =>
  fetch("/api/ready").then(
    (response) => response.ok,
    () => false,
  );

/**
 * For a page that failed: true while the server says that it is not ready, or says nothing. Loads the page anew when
 * it is ready again. A page that failed on a ready server stays as it is: its fault would come back.
 */
export function useRecovery(): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    let gone = false;
    let wasAway = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const ready = await isReady();
      if (gone || (ready && !wasAway)) return;
      if (ready) return window.location.reload();
      wasAway = true;
      setAway(true);
      timer = setTimeout(ask, ASK_EVERY_MS);
    };
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return away;
}
