import "server-only";
import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";
import { SAMPLE_RECORDS } from "@/lib/reading/sample-source";

const text = (description: string, max: number) =>
  limitedText(`Takes text of at most ${max} characters.`, max).check(z.minLength(1), z.describe(description));

const source = text("The id of a data source, from list_data_sources.", 64);

export const pageInput = z.strictObject({
  after: z.optional(text("To get the next page: `next` of the page before.", 200)),
});
export const sourceInput = z.strictObject({ dataSourceId: source });
export const sampleInput = z.strictObject({
  dataSourceId: source,
  count: z._default(
    z.int().check(z.minimum(1), z.maximum(SAMPLE_RECORDS), z.describe(`How many records, up to ${SAMPLE_RECORDS}.`)),
    5,
  ),
});
