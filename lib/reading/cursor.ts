import { createHash } from "node:crypto";

/** A record that was read, by the key and the time that it had then. */
export type Seen = readonly [key: string, time: number | null];

/** Where a part of a read goes on, for each way of paging. */
export type Position =
  | { kind: "whole" }
  | { kind: "offset"; skip: number }
  | { kind: "page"; number: number }
  | { kind: "token"; token: string | null }
  | { kind: "link"; target: string | null }
  | KeysetPosition;

export type KeysetPosition = {
  kind: "keyset";
  /** What is asked for begins here, in milliseconds; null is where the person's own parameters say. */
  after: number | null;
  /** Of the records behind that, so many are passed over. */
  skip: number;
  /** The last of them comes again: where the page begins with one that was not read, records moved, and it goes back. */
  isAnchored: boolean;
  /** The time of the last record. */
  last: number | null;
  /** What was read since `after`: it comes again. With `whole` all of the part. */
  seen: readonly Seen[];
  whole: boolean;
  /** How often it went back since a record was new. */
  back: number;
  /** How often in a row the page was the one before. */
  same: number;
};

/** Where a read goes on. Plain and small: kept as it is, a read that broke off goes on from it without gap or repeat. */
export type Cursor = {
  /** When the read began, in milliseconds, and since when it wants what changed. */
  startedAt: number;
  since: number | null;
  /** What is read first is the past, then what is to come; `sweep` counts how often that was gone through. */
  part: number;
  sweep: number;
  /** Whether this sweep found a record. */
  found: boolean;
  at: Position;
  /** How many records the next page is asked for, and pages since that changed. */
  size: number;
  steady: number;
  /** Records so far, and the provider's own count where it has one. */
  read: number;
  total: number | null;
  /** A fingerprint of the page before. */
  page: string | null;
  /** Of what is asked for each record of another endpoint; all else, but for `read`, is the place among those then. */
  children?: Children;
};

export type Children = {
  /** Names of parents that were read and are still to be asked for. */
  left: readonly string[];
  /** Parents so far, and how many of them the provider did not know any more. */
  parents: number;
  gone: number;
};

/** Tells a page from the one before: by the key and the length of each record, and the first and last as they are. */
export function fingerprint(records: readonly string[], keys: readonly (string | undefined)[]): string {
  const parts = records.map((record, index) => `${record.length} ${keys[index] ?? record}`);
  return createHash("sha1")
    .update([records[0], ...parts, records.at(-1)].join("\n"))
    .digest("base64");
}
