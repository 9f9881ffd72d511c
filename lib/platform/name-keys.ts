import "server-only";
import { createHash } from "node:crypto";
import confusables from "./confusables.json";
import { once } from "./process-state.mjs";
import { decomposed, INVISIBLE, nameKey } from "./text-schema";

const read = (points: string) => String.fromCodePoint(...points.split(" ").map((point) => Number.parseInt(point, 16)));

/** Each character of Unicode's table of look-alikes, with the one that stands for all that look like it. */
const looks = () =>
  once(
    "look-alikes",
    () =>
      new Map(
        confusables.table.split(";").flatMap((group) => {
          const [look = "", sources = ""] = group.split(":");
          return sources.split(",").map((source) => [read(source), read(look)] as const);
        }),
      ),
  );

/**
 * What a name looks like: two names with the same skeleton (UTS #39) cannot be told apart by eye. Case does not count
 * but for the L, because a small one stands for I, 1 and | as well: "Source L" and "Source 1" are two names.
 */
export function skeleton(name: string): string {
  const map = looks();
  return Array.from(decomposed(name).replace(INVISIBLE, ""), (character) => map.get(character) ?? character)
    .join("")
    .replace(/[^L]+/g, (part) => part.toLowerCase())
    .replace(/\s+/g, " ")
    .trim();
}

export const lookKey = (name: string): string => createHash("sha256").update(skeleton(name)).digest("base64url");

export type NameKeys = { nameKey: string; lookKey: string };

/** What makes a name that of one thing only: nothing else of its kind is called the same, or looks the same. */
export const nameKeys = (name: string): NameKeys => ({ nameKey: nameKey(name), lookKey: lookKey(name) });
