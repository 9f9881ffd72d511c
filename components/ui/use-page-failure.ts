"use client";

import { useLayoutEffect } from "react";
import { useRecovery } from "./use-recovery";

type PageFailure = { title: string; text: string };

function describe(isAway: boolean, error: Error & { digest?: string }): PageFailure {
  if (isAway) {
    return {
      title: "The database isn't available",
      text: "This page comes back by itself once it answers. If you were saving something, check whether it's there.",
    };
  }
  return {
    title: "We couldn't show this page",
    text: `If it happens again, ${error.digest ? `give ${error.digest} to` : "tell"} this server's operator.`,
  };
}

/** What to say about a page that failed. Never the error's own words, which the server keeps to itself. */
export function usePageFailure(error: Error & { digest?: string }): PageFailure {
  const failure = describe(useRecovery(), error);
  // The title of what failed is sent apart from it, and may come later.
  useLayoutEffect(() => {
    const say = () => {
      document.title = `${failure.title} · Latchkey`;
    };
    say();
    const observer = new MutationObserver(say);
    observer.observe(document.head, { childList: true });
    return () => observer.disconnect();
  }, [failure.title]);
  return failure;
}
