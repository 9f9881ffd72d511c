import * as z from "zod/mini";
import { type ListPlace, readCursor, writeCursor } from "./list-cursor";
import { limitedText } from "./text-schema";

const isCursor = (text: string) => readCursor(text, "moment") !== undefined;
const cursor = limitedText("Not a cursor.", 1000).check(z.refine(isCursor, "Not a cursor."));

/** Where in a list that has the newest first a page begins. */
export const momentPageInput = z.object({ after: z.optional(cursor) });
export type MomentPage = z.infer<typeof momentPageInput>;

/** The same for pages: a link that was cut leads to the beginning. */
export function momentPageQuery({ after }: Record<string, unknown>): MomentPage {
  const { success, data } = cursor.safeParse(after);
  return success ? { after: data } : {};
}

/** The place that a page begins behind. */
export function placeOf({ after }: MomentPage): { at: Date; id: string } | undefined {
  const place = after === undefined ? undefined : readCursor(after, "moment");
  return place && { at: new Date(`${place.key}Z`), id: place.id };
}

/** One page of rows that were read with one row more than it shows, and the cursor of the next where there is one. */
export function cutPage<Row extends { id: string }>(
  rows: readonly Row[],
  size: number,
  momentOf: (row: Row) => Date,
): { shown: Row[]; after?: string } {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  if (rows.length <= size || !last) return { shown };
  const place: ListPlace = { key: momentOf(last).toISOString().slice(0, -1), id: last.id };
  return { shown, after: writeCursor(place) };
}
