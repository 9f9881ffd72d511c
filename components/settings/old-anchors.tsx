"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Where a part of the settings was once, when all of them were one page. The server never hears of it. */
const MOVED: Readonly<Record<string, string>> = {
  "#notices": "/settings/notices",
  "#providers": "/settings/credentials#providers",
};

/** Leads links of before to the page that has what they led to. */
export function OldAnchors() {
  const router = useRouter();
  useEffect(() => {
    const path = MOVED[window.location.hash];
    if (path) router.replace(path);
  }, [router]);
  return null;
}
