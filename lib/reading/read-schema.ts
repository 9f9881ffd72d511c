import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";

/** A page of JSON holds at most so many records. */
export const LARGEST_PAGE = 1000;
/** What a page of JSON holds where nothing is said: one request of most providers. */
const USUAL_PAGE = 100;

const CURSOR = /^(rd_[\w-]{22})\.(\d{1,10})$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const notCursor = "This isn't a Latchkey cursor. Copy it as it is from next, or from a read's checkpoints.";
const notTime = "Enter a time with its zone, such as 2026-05-03T12:00:00Z.";
const notLimit = `Enter a whole number from 1 to ${LARGEST_PAGE}.`;

/** Where a cursor leads: behind so many records of a read. */
export type CursorParts = { readId: string; records: number };

export const writeCursorText = ({ readId, records }: CursorParts) => `${readId}.${records}`;

const cursor = z.pipe(
  limitedText(notCursor, 64).check(z.regex(CURSOR, notCursor)),
  z.transform((text): CursorParts => {
    const [, readId = "", records = ""] = CURSOR.exec(text) ?? [];
    return { readId, records: Number(records) };
  }),
);

const since = z.pipe(
  limitedText(notTime, 40).check(
    z.regex(DATE_TIME, notTime),
    z.refine((text) => !Number.isNaN(Date.parse(text)), notTime),
    z.refine((text) => Number.isNaN(Date.parse(text)) || Date.parse(text) <= Date.now(), "This time is in the future."),
  ),
  z.transform((text) => Date.parse(text)),
);

const limit = z.pipe(limitedText(notLimit, 4).check(z.regex(/^[1-9]\d{0,3}$/, notLimit)), z.transform(Number));
const pageLimit = z._default(limit.check(z.maximum(LARGEST_PAGE, notLimit)), USUAL_PAGE);

/** The query of a page of records, and of a stream, which has all of them. */
export const recordsPageInput = z.object({ cursor: z.optional(cursor), since: z.optional(since), limit: pageLimit });
export const recordsStreamInput = z.object({ cursor: z.optional(cursor), since: z.optional(since) });

const notLines = "Enter how many records you have, as a whole number.";

/** The query of one read. */
export const readInput = z.object({
  lines: z.optional(z.pipe(limitedText(notLines, 10).check(z.regex(/^\d{1,10}$/, notLines)), z.transform(Number))),
});
