/** Compared as someone types it: without case and accents. */
export const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether a text has all that was typed, in parts of words and in any order, as the server's own search has it. */
export function hasTyped(text: string, typed: string): boolean {
  const within = folded(text);
  return folded(typed)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
