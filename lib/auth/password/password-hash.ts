import "server-only";
import { randomBytes, type ScryptOptions, timingSafeEqual } from "node:crypto";
import { passwordText } from "@/lib/platform/text-schema";
import { inLine, type Place } from "./hashing-line";
import { scryptInWorker } from "./scrypt-in-worker";

// Whatever hashes a password does it here, in a place and in line. Throws a refusal where the line is full.

/** OWASP ASVS 5.0, appendix C: scrypt with N = 2^17, r = 8, p = 1. One hash takes 128 MiB for about 0.3 s. */
const PARAMETERS = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } satisfies ScryptOptions;
const KEY_BYTES = 32;

const derive = (place: Place, password: string, salt: Uint8Array, options: ScryptOptions) =>
  inLine(place, () => scryptInWorker(passwordText(password), salt, KEY_BYTES, options));

export async function hashPassword(place: Place, password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(place, password, salt, PARAMETERS);
  return `scrypt$${PARAMETERS.N}$${PARAMETERS.r}$${PARAMETERS.p}$${salt.toString("base64")}$${key.toString("base64")}`;
}

/** Whether a hash was made with other parameters than today's, and is to be made anew when the password is at hand. */
export function needsRehash(hash: string): boolean {
  return !hash.startsWith(`scrypt$${PARAMETERS.N}$${PARAMETERS.r}$${PARAMETERS.p}$`);
}

export async function verifyPassword(place: Place, password: string, hash: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = hash.split("$");
  if (scheme !== "scrypt" || !salt || !key) return false;
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: PARAMETERS.maxmem };
  const expected = Buffer.from(key, "base64");
  const actual = await derive(place, password, Buffer.from(salt, "base64"), options);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
