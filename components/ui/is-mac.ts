"use client";

import { useSyncExternalStore } from "react";

/** Where ⌘ is what Ctrl is elsewhere. */
export const isMac = (): boolean => /^(Mac|iP)/.test(navigator.platform);

const never = () => () => undefined;
/** Not before the browser has taken over. */
export const useIsMac = () => useSyncExternalStore(never, isMac, () => false);
