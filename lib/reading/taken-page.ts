import type { AnswerPlace, Reading } from "@/lib/connectors/reading";
import { fingerprint } from "./cursor";
import { textField } from "./json-field";
import type { Answered } from "./read-dto";
import { parseJson, type SlicedPage, sliceRecords, valueAt } from "./slice-records";

/** A page that was understood. */
export type TakenPage = {
  records: readonly string[];
  /** What a parser made of each record, and its key. */
  values: readonly unknown[];
  keys: readonly (string | undefined)[];
  /** Tells it from the page before. */
  print: string;
  /** The provider's own words, where it says them. */
  more?: boolean;
  total?: number;
  next?: string;
};

export const emptyPage = (): TakenPage => ({ records: [], values: [], keys: [], print: "" });

/** The target of `rel="next"` in a Link header (RFC 8288). */
function linkOf(header: string): string | undefined {
  for (const [, target, rest = ""] of header.matchAll(/<([^>]*)>([^<]*)/g))
    if (/;\s*rel\s*=\s*"?(?:[^"]*\s)?next(?:\s|"|;|,|$)/i.test(rest)) return target;
  return undefined;
}

function nextOf({ paging }: Reading, answer: Answered, page: unknown, { records, values }: SlicedPage) {
  const wordAt = (at: AnswerPlace) =>
    "body" in at ? textField(answer.text, page, at.body) : answer.headers?.[at.header.toLowerCase()];
  if (paging.kind === "link") return "header" in paging.at ? linkOf(wordAt(paging.at) ?? "") : wordAt(paging.at);
  if (paging.kind !== "token") return undefined;
  if ("record" in paging.at) return textField(records.at(-1) ?? "null", values.at(-1), paging.at.record);
  return wordAt(paging.at);
}

/** The records of an answer, and what it says about the next page. Undefined where it is no page of this endpoint. */
export function takePage(reading: Reading, answer: Answered): TakenPage | undefined {
  const parsed = parseJson(answer.text);
  const sliced = parsed && sliceRecords(answer.text, parsed.page, reading.records);
  if (!sliced) return undefined;
  const { records, values } = sliced;
  const keys = values.map((value, index) => textField(records[index] ?? "null", value, reading.key));
  const wordAt = (path: string | undefined) => (path === undefined ? undefined : valueAt(parsed.page, path.split(".")));
  const { more: onward, ends } = reading.paging;
  const end = wordAt(ends);
  const more = typeof end === "boolean" ? !end : wordAt(onward);
  const total = Number(wordAt(reading.paging.total) ?? Number.NaN);
  const next = nextOf(reading, answer, parsed.page, sliced);
  return {
    records,
    values,
    keys,
    print: fingerprint(records, keys),
    ...(typeof more === "boolean" ? { more } : {}),
    ...(Number.isSafeInteger(total) ? { total } : {}),
    ...(next ? { next } : {}),
  };
}
