import * as z from "zod/mini";

/** A thumbprint: SHA-256 in base64url. */
export const keyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));
