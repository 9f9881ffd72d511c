import { readingsOf, sentPlace } from "./decode-text";
import { findAnyOf } from "./find-any";
import { endOfString } from "./scan-json";
import { spellingsOf } from "./value-spellings";

/** What stands where a value of the credential stood. */
export const HIDDEN = "[hidden by Latchkey]";

/** Texts in which the values were looked for: what is left of them, and how often one was replaced. */
export type Hider = {
  inRecords: (records: readonly string[]) => { records: readonly string[]; hidden: number };
  /** A header's value, a link, an error's words: what is no JSON. */
  inText: (text: string) => { text: string; hidden: number };
};

/** Characters of JSON that are no part of a number or a word. */
const STRUCTURE = '{}[],: \t\r\n"';
/** Escapes with which visible characters can be spelled otherwise than everyone spells them. */
const MAY_SPELL = /\\(?:u00[2-7]|\/)|%(?:25)*[2-7][0-9a-f]/i;

/** What each of these begins with: to look for four texts takes a part of what the pattern does. */
const MARKS = ["\\u00", "\\U00", "\\/", "%"];

type Place = readonly [from: number, to: number];

/** Places that overlap are one. */
function joinPlaces(places: readonly Place[]): Place[] {
  const joined: Place[] = [];
  for (const [from, to] of places.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from < last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/**
 * Hides a credential's values in what a provider sent: some echo the caller's own key in records or links. Made once a
 * read; `beside` are values that are no secret but travel joined with one, as a user's name does. A record in which
 * nothing is found costs one look, and stays JSON where something is.
 */
export function hiderOf(secrets: readonly string[], beside: readonly string[] = []): Hider {
  const findAny = findAnyOf(spellingsOf(secrets, beside));

  const hideIn = (text: string, isInJson: boolean): { text: string; hidden: number } => {
    const places = readingsOf(text, isInJson).flatMap((reading) => {
      const found: Place[] = [];
      for (let hit = findAny(reading.text); hit; hit = findAny(reading.text, hit.to))
        found.push([sentPlace(reading, hit.from), sentPlace(reading, hit.to)]);
      return found;
    });
    const joined = joinPlaces(places);
    let kept = "";
    let behind = 0;
    for (const [from, to] of joined) {
      kept += text.slice(behind, from) + HIDDEN;
      behind = to;
    }
    return { text: kept + text.slice(behind), hidden: joined.length };
  };

  const isSuspect = (text: string, isInJson: boolean): boolean => {
    if (findAny(text)) return true;
    if (!MARKS.some((mark) => text.includes(mark)) || !MAY_SPELL.test(text)) return false;
    return readingsOf(text, isInJson).some((reading) => findAny(reading.text));
  };

  const isSuspectRecord = (record: string) => isSuspect(record, true);

  /** By its strings, which stay strings, and by its numbers, which become one. */
  const hideInRecord = (record: string): { text: string; hidden: number } => {
    let kept = "";
    let behind = 0;
    let hidden = 0;
    for (let at = 0; at < record.length; ) {
      const isString = record[at] === '"';
      let end = isString ? endOfString(record, at) : at + 1;
      while (
        !isString &&
        !STRUCTURE.includes(record[at] ?? "") &&
        end < record.length &&
        !STRUCTURE.includes(record[end] ?? "")
      )
        end += 1;
      const token = record.slice(at, end);
      const found = isString ? hideIn(token.slice(1, -1), true) : { text: HIDDEN, hidden: findAny(token) ? 1 : 0 };
      if (found.hidden > 0) {
        kept += `${record.slice(behind, at)}"${found.text}"`;
        behind = end;
        hidden += found.hidden;
      }
      at = end;
    }
    return { text: kept + record.slice(behind), hidden };
  };

  return {
    inText: (text) => (isSuspect(text, false) ? hideIn(text, false) : { text, hidden: 0 }),
    inRecords: (records) => {
      if (!records.some(isSuspectRecord)) return { records, hidden: 0 };
      const found = records.map((record) =>
        isSuspectRecord(record) ? hideInRecord(record) : { text: record, hidden: 0 },
      );
      return {
        records: found.map(({ text }) => text),
        hidden: found.reduce((sum, one) => sum + one.hidden, 0),
      };
    },
  };
}
