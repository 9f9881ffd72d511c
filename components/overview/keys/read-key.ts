import { letterOf, type Stroke } from "./read-combination";

/** For how long the second key of two is waited for. */
const SECOND_KEY_MS = 1500;

/** What a key alone is for: something of the page, a place of its own, or the first of two. */
export type Meaning = "keys" | "search" | { href: string } | { first: string };

/** @param first the key before it, where that waits for another one @param commands where keys lead: "c", "g c" */
export function readKey(
  stroke: Stroke,
  first: string | undefined,
  commands: ReadonlyMap<string, string>,
): Meaning | undefined {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey) return undefined;
  if (stroke.key === "?") return "keys";
  if (stroke.key === "/") return "search";
  const key = letterOf(stroke);
  if (stroke.shiftKey || key.length !== 1) return undefined;
  const href = commands.get(first === undefined ? key : `${first} ${key}`);
  if (href !== undefined) return { href };
  return [...commands.keys()].some((keys) => keys.startsWith(`${key} `)) ? { first: key } : undefined;
}

/** Reads one key after the other, and remembers for a moment which one was the first of two. */
export function keyReader(commands: ReadonlyMap<string, string>) {
  let first: { key: string; at: number } | undefined;
  return (stroke: Stroke, at: number): Exclude<Meaning, { first: string }> | undefined => {
    const before = first && at - first.at < SECOND_KEY_MS ? first.key : undefined;
    first = undefined;
    const meaning = readKey(stroke, before, commands);
    if (typeof meaning !== "object" || "href" in meaning) return meaning;
    first = { key: meaning.first, at };
    return undefined;
  };
}
