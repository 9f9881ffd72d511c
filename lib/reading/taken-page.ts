import type { AnswerPlace, Reading } from "@/lib/connectors/reading";
import { rawField, textField } from "./json-field";
import type { Answered } from "./read-dto";
import { isJson, sliceRecords } from "./slice-records";

/** A page that was understood. */
export type TakenPage = {
  records: readonly string[];
  /** The provider's own words, where it says them. */
  more?: boolean;
  total?: number;
  next?: string;
};

/** The target of `rel="next"` in a Link header (RFC 8288). */
function linkOf(header: string): string | undefined {
  for (const [, target, rest = ""] of header.matchAll(/<([^>]*)>([^<]*)/g))
    if (/;\s*rel\s*=\s*"?(?:[^"]*\s)?next(?:\s|"|;|,|$)/i.test(rest)) return target;
  return undefined;
}

function wordAt(answer: Answered, at: AnswerPlace): string | undefined {
  if ("body" in at) return textField(answer.text, at.body);
  return answer.headers?.[at.header.toLowerCase()];
}

function nextOf({ paging }: Reading, answer: Answered, records: readonly string[]) {
  if (paging.kind === "token" && "record" in paging.at) return textField(records.at(-1) ?? "null", paging.at.record);
  if (paging.kind !== "token" && paging.kind !== "link") return undefined;
  const word = wordAt(answer, paging.at as AnswerPlace);
  return paging.kind === "link" && "header" in paging.at ? linkOf(word ?? "") : word;
}

/** The records of an answer, and what it says about the next page. Undefined where it is no page of this endpoint. */
export function takePage(reading: Reading, answer: Answered): TakenPage | undefined {
  const records = isJson(answer.text) ? sliceRecords(answer.text, reading.records) : undefined;
  if (!records) return undefined;
  const { more, total } = reading.paging;
  const word = more === undefined ? undefined : rawField(answer.text, more);
  const count = total === undefined ? Number.NaN : Number(textField(answer.text, total) ?? Number.NaN);
  const next = nextOf(reading, answer, records);
  return {
    records,
    ...(word === "true" || word === "false" ? { more: word === "true" } : {}),
    ...(Number.isSafeInteger(count) ? { total: count } : {}),
    ...(next ? { next } : {}),
  };
}
