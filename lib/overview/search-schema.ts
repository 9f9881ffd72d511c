import * as z from "zod/mini";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { limitedText } from "@/lib/platform/text-schema";

export const workspaceSearchInput = z.object({ q: limitedText("Search for text.", SEARCH_MAX, "Search for less.") });
