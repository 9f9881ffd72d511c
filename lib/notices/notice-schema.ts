import * as z from "zod/mini";

export const noticeId = z.string("Not an id.").check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, "Not an id."));

/** The moment of the newest notice that was seen. */
export const readUntil = z.object({ until: z.iso.datetime("Not a moment.") });
