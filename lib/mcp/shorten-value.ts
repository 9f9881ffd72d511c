import { type RecordValue, said } from "@/lib/reading/record-values-dto";

/** What one text, one list and one answer show of a record: an assistant pays for each word. */
const TEXT_MAX = 300;
const ENTRIES_MAX = 20;
const ANSWER_MAX = 60_000;

type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

const cutText = (text: string) =>
  text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX).toWellFormed()}… (${text.length} characters)`;

/** A value as JSON can say it, with long texts and lists cut. */
export function shortenValue(value: RecordValue): Plain {
  const words = said(value);
  if (words !== undefined) return words;
  if (typeof value === "string") return cutText(value);
  if (typeof value !== "object" || value === null) return value as Plain;
  if (!Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value as { [key: string]: RecordValue }).map(([key, one]) => [cutText(key), shortenValue(one)]),
    );
  const left = value.length - ENTRIES_MAX;
  const shown = value.slice(0, ENTRIES_MAX).map(shortenValue);
  return left > 0 ? [...shown, `… (${left} more)`] : shown;
}

/** Of these records as many as one answer may hold. */
export function shortenRecords(records: readonly RecordValue[]): Plain[] {
  const shown: Plain[] = [];
  let size = 0;
  for (const record of records.map(shortenValue)) {
    size += JSON.stringify(record).length;
    if (size > ANSWER_MAX) break;
    shown.push(record);
  }
  return shown;
}
