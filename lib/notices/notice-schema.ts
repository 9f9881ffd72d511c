import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";

export const noticeId = limitedText("Not an id.", 64).check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, "Not an id."));

/** The moment of the newest notice that was seen. */
export const readUntil = z.object({ until: limitedText("Not a moment.", 40).check(z.iso.datetime("Not a moment.")) });
