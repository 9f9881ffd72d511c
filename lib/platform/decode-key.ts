import { looksRandom } from "./looks-random";
import { StartupError } from "./startup-error";

/** Keys that stand in examples: of documents, of tutorials, and of other software's defaults. */
const EXAMPLES: ReadonlySet<string> = new Set(
  [
    "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
    Buffer.from("0123456789abcdef0123456789abcdef").toString("hex"),
    Buffer.from("abcdefghijklmnopqrstuvwxyz123456").toString("hex"),
    Buffer.from("12345678901234567890123456789012").toString("hex"),
  ].map((hex) => hex.toLowerCase()),
);

/**
 * The 32 bytes of a key written in hex, base64 or base64url. Throws a StartupError that names where it was looked for,
 * never what was found there.
 * @param what for example "sealing key"
 */
export function decodeKey(text: string, what: string, source: string): Uint8Array {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const bytes = isHex ? Buffer.from(text, "hex") : Buffer.from(text, "base64");
  const isText = isHex || /^[A-Za-z0-9+/_-]+=*$/.test(text);
  if (!isText || bytes.length !== 32) throw new StartupError(`A ${what} in ${source} is not 32 bytes long.`);
  if (!looksRandom(bytes)) throw new StartupError(`A ${what} in ${source} is not random.`);
  if (EXAMPLES.has(bytes.toString("hex"))) {
    throw new StartupError(`A ${what} in ${source} is an example from a document. Create one: openssl rand -base64 32`);
  }
  return new Uint8Array(bytes);
}
