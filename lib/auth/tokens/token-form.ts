import "server-only";
import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "lk_";
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const RANDOM = 40;
const CHECKSUM = 6;
const LENGTH = PREFIX.length + RANDOM + CHECKSUM;
const FORM = /^lk_[0-9A-Za-z]+$/;
const HINT = 4;

/** CRC32 in six digits of base 62, which have room for it: 62⁶ is 13 times 2³². */
function checksumOf(random: string): string {
  let rest = crc32(random);
  let digits = "";
  for (let place = 0; place < CHECKSUM; place += 1) {
    digits = `${DIGITS[rest % DIGITS.length]}${digits}`;
    rest = Math.floor(rest / DIGITS.length);
  }
  return digits;
}

const hashOf = (value: string) => createHash("sha256").update(value).digest("hex");

/** A value of a token: shown once, and kept as its hash. */
export type NewTokenValue = { value: string; hash: string; hint: string };

/** `randomInt` throws away what would make one digit likelier than another: 40 of 62 are 238 bits. */
export function newTokenValue(): NewTokenValue {
  const random = Array.from({ length: RANDOM }, () => DIGITS[randomInt(DIGITS.length)]).join("");
  const value = `${PREFIX}${random}${checksumOf(random)}`;
  return { value, hash: hashOf(value), hint: value.slice(-HINT) };
}

/** Whether a text begins as a token does: enough to say that it does not belong where it was found. */
export const looksLikeToken = (text: string): boolean => text.startsWith(PREFIX);

/** The hash that a value is found by. Undefined where it cannot be one of ours: nothing is hashed or looked up then. */
export function hashTokenValue(shown: string): string | undefined {
  if (shown.length !== LENGTH || !FORM.test(shown)) return undefined;
  const random = shown.slice(PREFIX.length, -CHECKSUM);
  return checksumOf(random) === shown.slice(-CHECKSUM) ? hashOf(shown) : undefined;
}
