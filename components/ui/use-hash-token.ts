"use client";

import { useEffect, useState } from "react";

/**
 * The token behind the # of the address; "" where there is none, undefined before it was looked at. It is taken out of
 * the address bar and the history, before anyone copies it from there.
 */
export function useHashToken(): string | undefined {
  const [token, setToken] = useState<string>();
  useEffect(() => {
    const take = () => {
      const shown = window.location.hash.slice(1);
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
