import * as z from "zod/mini";
import { recordId } from "@/lib/platform/reference-schema";
import { limitedText, textSchema } from "@/lib/platform/text-schema";
import { FILTER_NAME_MAX, FILTERED, type FilteredList } from "./saved-filter-dto";

/** In code units, as the column has it: a search of 200 characters, each written as three bytes, fits. */
const QUERY_MAX = 1000;

const name = textSchema({ label: "Filter name", max: FILTER_NAME_MAX, required: true });

export const saveFilterInput = z.object({
  list: z.enum(Object.keys(FILTERED) as FilteredList[], "Not a list."),
  name,
  query: limitedText("Not a filter.", QUERY_MAX, "This filter is too long to be saved."),
});

export const renameFilterInput = z.object({ id: recordId, name });
