"use client";

import { useRecovery } from "./use-recovery";

/** What to say about a page that failed. Never the error's own words, which the server keeps to itself. */
export function usePageFailure(error: Error & { digest?: string }): { title: string; text: string } {
  const away = useRecovery();
  if (away) {
    return {
      title: "The database is not available",
      text: "This page comes back by itself as soon as the database answers. If you were saving something, look whether it is there.",
    };
  }
  return {
    title: "This page could not be shown",
    text: `If it happens again, ${error.digest ? `name ${error.digest} to` : "tell"} the operator of this server.`,
  };
}
