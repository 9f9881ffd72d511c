import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { searchWords } from "./search-words";

const MAX_WORDS = 10;
/** So many letters next to each other are one entry of the index; see the migration "substring_search". */
const GRAM = 3;

/** The words that have to be in a row, each somewhere in one of its words. None where the text has no letter. */
export const wordsOf = (q: string): string[] => searchWords(q).slice(0, MAX_WORDS);

/** A row of whose words `text` has each of these. They hold letters and digits, and nothing that a pattern is made of. */
export function containsWords(text: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  return Prisma.join(
    words.map((word) => Prisma.sql`${text} LIKE ${`%${word}%`}`),
    " AND ",
  );
}

function gramsOf(word: string): string[] {
  const points = [...word];
  // One or two letters are how a gram begins: each letter of a word begins one.
  if (points.length < GRAM) return [`'${word}':*`];
  return points.slice(0, 1 - GRAM).map((_, at) => `'${points.slice(at, at + GRAM).join("")}'`);
}

const quoted = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/**
 * What the index finds for these words: every row of the workspace that has them, and a few that have their letters in
 * another order. Cast, not parsed: words hold no operator.
 */
export function hasGrams(
  { workspaceId, text }: { workspaceId: Prisma.Sql; text: Prisma.Sql },
  ofWorkspace: string,
  words: readonly string[],
): Prisma.Sql {
  const grams = [...new Set([quoted(`@${ofWorkspace}`), ...words.flatMap(gramsOf)])].join(" & ");
  return Prisma.sql`search_grams(${workspaceId}, ${text}) @@ ${grams}::tsquery`;
}
