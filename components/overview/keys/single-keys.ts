"use client";

import { useSyncExternalStore } from "react";

const NAME = "latchkey-single-keys";
const CHANGED = "latchkey:single-keys";

/** Whether one key alone does something (WCAG 2.1.4): until it is turned off, in this browser. */
export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== "off";
  } catch {
    // A browser that keeps nothing.
    return true;
  }
}

export function turnSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, "off");
  } catch {
    return;
  }
  window.dispatchEvent(new Event(CHANGED));
}

function watch(changed: () => void) {
  window.addEventListener(CHANGED, changed);
  window.addEventListener("storage", changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener("storage", changed);
  };
}

export const useSingleKeys = () => useSyncExternalStore(watch, singleKeysAreOn, () => true);
