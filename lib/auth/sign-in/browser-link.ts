import "server-only";
import { EncryptJWT, jwtDecrypt } from "jose";
import { deriveKey } from "@/lib/auth/derive-key";
import { publicUrl } from "@/lib/auth/public-url";
import { randomId } from "@/lib/platform/random-id";

const LIFETIME_MS = 60 * 60 * 1000;
const key = () => deriveKey("browser link");

/**
 * A link to the sign-in page that gives whoever follows it tries of their own, for an hour: what strangers try does not
 * use them up. It signs nobody in, and is stored nowhere. Its token is behind the #, which no browser sends.
 */
export async function makeBrowserLink(email: string): Promise<string> {
  const token = await new EncryptJWT({ email })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience("browser")
    .setJti(randomId())
    .setExpirationTime(new Date(Date.now() + LIFETIME_MS))
    .encrypt(key());
  const link = new URL("/sign-in", publicUrl());
  link.hash = token;
  return link.href;
}

/** What the tries of a link are counted under; undefined where it is none, is too old, or is of another account. */
export async function readBrowserLink(token: string, email: string): Promise<string | undefined> {
  try {
    const { payload } = await jwtDecrypt(token, key(), {
      audience: "browser",
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
      requiredClaims: ["exp", "jti"],
    });
    return payload.email === email ? payload.jti : undefined;
  } catch {
    return undefined;
  }
}
