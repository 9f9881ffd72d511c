/** Set where the note about other addresses is folded. */
export const OVERRIDE_COOKIE = "latchkey-folded";

/** What was folded: the note about these providers and no others. */
export const overrideKey = (names: readonly string[]): string => encodeURIComponent(names.join());
