import "server-only";
import { EncryptJWT, jwtDecrypt } from "jose";
import { cookies } from "next/headers";
import * as z from "zod/mini";
import { deriveKey } from "@/lib/auth/derive-key";

const COOKIE = "__Host-oidc";
const LIFETIME_SECONDS = 10 * 60;
const key = () => deriveKey("single sign-on");
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

const flowSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  /** The path to go on at. */
  next: z.string(),
  /** Seconds since 1970. */
  startedAt: z.number(),
  /** Where it only confirms who is there: the session that is to be confirmed. */
  sessionId: z.optional(z.string()),
});

/** One way to the provider and back. */
export type OidcFlow = z.infer<typeof flowSchema>;

/**
 * Remembers in the browser, encrypted, what the answer of the provider must fit. It is the browser's and nobody else's:
 * an answer that someone made another one open fits nothing there.
 */
export async function keepFlow(flow: OidcFlow): Promise<void> {
  const value = await new EncryptJWT(flow)
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience("single-sign-on")
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .encrypt(key());
  (await cookies()).set(COOKIE, value, { ...attributes, maxAge: LIFETIME_SECONDS });
}

/** Takes it out again, so that it is used once; undefined where there is none, or it is too old. */
export async function takeFlow(): Promise<OidcFlow | undefined> {
  const jar = await cookies();
  const value = jar.get(COOKIE)?.value;
  if (value === undefined) return undefined;
  jar.set(COOKIE, "", { ...attributes, maxAge: 0 });
  try {
    const { payload } = await jwtDecrypt(value, key(), {
      audience: "single-sign-on",
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
      requiredClaims: ["exp"],
    });
    return flowSchema.parse(payload);
  } catch {
    return undefined;
  }
}
