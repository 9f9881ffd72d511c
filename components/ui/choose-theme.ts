"use client";

import { useSyncExternalStore } from "react";
import { asTheme, THEME_COOKIE, type Theme } from "./theme";

const YEAR_S = 365 * 24 * 60 * 60;
const CHANGED = "latchkey:theme";

const chosen = (): Theme | undefined => asTheme(document.documentElement.dataset.theme);

/** Chooses a theme for this browser, or gives the choice back to the system. The server draws the next page in it. */
export function chooseTheme(theme: Theme | undefined): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: CookieStore is not in every browser that we serve
  document.cookie = `${THEME_COOKIE}=${theme ?? ""}; Path=/; SameSite=Lax; Max-Age=${theme ? YEAR_S : 0}${secure}`;
  const { dataset } = document.documentElement;
  if (theme) dataset.theme = theme;
  else delete dataset.theme;
  window.dispatchEvent(new Event(CHANGED));
}

function watch(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  return () => window.removeEventListener(CHANGED, changed);
}

/** The theme of this browser, as it is now. */
export const useTheme = () => useSyncExternalStore(watch, chosen, () => undefined);
