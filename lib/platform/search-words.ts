import { plainKey } from "./text-schema";

/** In code points: the longest word that PostgreSQL indexes has 2 KB. */
const WORD_MAX = 64;
const WORD = /[\p{L}\p{N}\p{M}]+|\p{Extended_Pictographic}/gu;

/**
 * The different words of a text, as search compares them: compatibility forms, case and accents do not count. Made
 * here and not by the database, whose own folding depends on the locale it was made with.
 */
export function searchWords(text: string): string[] {
  return [
    ...new Set(
      plainKey(text)
        .match(WORD)
        ?.map((word) => [...word].slice(0, WORD_MAX).join("")),
    ),
  ];
}

/** What is stored beside a row to be searched: the words of its texts, with one space between them. */
export function searchText(texts: readonly string[]): string {
  return searchWords(texts.join(" ")).join(" ");
}
