import "server-only";
import { createHmac } from "node:crypto";
import { cookies } from "next/headers";
import { addressIsProven } from "@/lib/auth/account/address-proof-repository";
import { deriveKey } from "@/lib/auth/derive-key";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { randomId } from "@/lib/platform/random-id";

const COOKIE = "__Host-known-device";
const LIFETIME_SECONDS = 180 * 24 * 60 * 60;

const signature = (email: string, id: string, isProven: boolean) =>
  createHmac("sha256", deriveKey("known device")).update(`${email}\n${id}\n${isProven}`).digest("base64url");

/**
 * The id of this browser, where this very account signed in from it before. It proves that, and nothing else; and not
 * even that once the account's address was proven, because before it may have been someone else's.
 */
export async function knownDevice(email: string): Promise<string | undefined> {
  const [id = "", shown = ""] = ((await cookies()).get(COOKIE)?.value ?? "").split(".");
  if (isSameSecret(shown, signature(email, id, true))) return id;
  const isFromBefore = isSameSecret(shown, signature(email, id, false));
  return isFromBefore && !(await addressIsProven({ email })) ? id : undefined;
}

/** Remembers that this account signed in from this browser. */
export async function rememberDevice(email: string): Promise<void> {
  const id = (await knownDevice(email)) ?? randomId();
  (await cookies()).set(COOKIE, `${id}.${signature(email, id, await addressIsProven({ email }))}`, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "lax",
    maxAge: LIFETIME_SECONDS,
  });
}
