import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";

/** The moment of the newest notice that was seen. */
export const readUntil = z.object({ until: limitedText("Not a moment.", 40).check(z.iso.datetime("Not a moment.")) });
