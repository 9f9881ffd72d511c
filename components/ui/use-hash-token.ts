"use client";

import { useEffect, useState } from "react";

/** As it was before it became part of an address; the token of a set-up may be any text. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The token behind the # of the address; "" where there is none, undefined before it was looked at. It is taken out of
 * the address bar and the history, before anyone copies it from there.
 */
export function useHashToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const take = () => {
      const shown = decode(window.location.hash.slice(1));
      if (shown) window.history.replaceState(null, "", window.location.pathname + window.location.search);
      setToken((before) => shown || before || "");
    };
    take();
    // A link pasted into this very page loads nothing anew.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  return token;
}
