import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";

/** A thumbprint: SHA-256 in base64url. */
export const keyId = limitedText("Not the id of a key.", 43).check(z.regex(/^[A-Za-z0-9_-]{43}$/));
