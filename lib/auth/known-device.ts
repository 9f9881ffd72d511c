import "server-only";
import { createHmac } from "node:crypto";
import { cookies } from "next/headers";
import { randomId } from "@/lib/platform/random-id";
import { deriveKey } from "./derive-key";
import { isSameSecret } from "./is-same-secret";

const COOKIE = "__Host-known-device";
const LIFETIME_SECONDS = 180 * 24 * 60 * 60;

const signature = (email: string, id: string) =>
  createHmac("sha256", deriveKey("known device")).update(`${email}\n${id}`).digest("base64url");

/** The id of this browser, where this very account signed in from it before. It proves that, and nothing else. */
export async function knownDevice(email: string): Promise<string | undefined> {
  const [id = "", shown = ""] = ((await cookies()).get(COOKIE)?.value ?? "").split(".");
  return isSameSecret(shown, signature(email, id)) ? id : undefined;
}

/** Remembers that this account signed in from this browser. */
export async function rememberDevice(email: string): Promise<void> {
  const id = (await knownDevice(email)) ?? randomId();
  (await cookies()).set(COOKIE, `${id}.${signature(email, id)}`, {
    path: "/",
    secure: true,
    httpOnly: true,
    sameSite: "lax",
    maxAge: LIFETIME_SECONDS,
  });
}
