"use client";

import { useRecovery } from "./use-recovery";

/** What to say about a page that failed. Never the error's own words, which the server keeps to itself. */
export function usePageFailure(error: Error & { digest?: string }): { title: string; text: string } {
  const away = useRecovery();
  if (away) {
    return {
      title: "The database isn't available",
      text: "This page comes back by itself once the database answers. If you were saving something, check whether it's there.",
    };
  }
  return {
    title: "We couldn't show this page",
    text: `If it happens again, ${error.digest ? `give ${error.digest} to` : "tell"} this server's operator.`,
  };
}
