import { createHash, createHmac, pbkdf2, randomBytes } from "node:crypto";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { coded } from "@/lib/platform/verified-socket";
import { NOT_SPOKEN } from "./messages";

export const MECHANISM = "SCRAM-SHA-256";

/** A server sets 4096 by default. One that asks for far more would have this one work for it. */
const MOST_ROUNDS = 100_000;
/** No channel is bound: the certificate was verified against the host's name already. */
const NOT_BOUND = "n,,";

/** In a thread beside: what a server asks for keeps nobody else waiting. */
const derive = (password: string, salt: Buffer, rounds: number) =>
  new Promise<Buffer>((resolve, reject) =>
    pbkdf2(password, salt, rounds, 32, "sha256", (error, key) => (error ? reject(error) : resolve(key))),
  );
const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const xor = (one: Buffer, other: Buffer) => Buffer.from(one.map((byte, at) => byte ^ (other[at] ?? 0)));

/** The sign-in of RFC 5802 with SHA-256, in which the password is never sent and the server proves that it knows it. */
export function openScram(password: string) {
  const nonce = randomBytes(18).toString("base64");
  const bare = `n=,r=${nonce}`;
  let expected: Buffer | undefined;
  return {
    first: `${NOT_BOUND}${bare}`,
    /** What answers the server's first message. */
    async answer(challenge: string): Promise<string> {
      const [, full = "", salt = "", rounds = ""] =
        /^r=([\x21-\x2b\x2d-\x7e]{1,256}),s=([A-Za-z0-9+/=]{1,256}),i=(\d{1,9})(?:,|$)/.exec(challenge) ?? [];
      const count = Number(rounds);
      if (!full.startsWith(nonce) || full.length === nonce.length) throw coded(NOT_SPOKEN);
      if (expected || count < 1 || count > MOST_ROUNDS) throw coded(NOT_SPOKEN);
      const salted = await derive(password, Buffer.from(salt, "base64"), count);
      const clientKey = hmac(salted, "Client Key");
      const final = `c=${Buffer.from(NOT_BOUND).toString("base64")},r=${full}`;
      const said = `${bare},${challenge},${final}`;
      const signature = hmac(createHash("sha256").update(clientKey).digest(), said);
      expected = hmac(hmac(salted, "Server Key"), said);
      return `${final},p=${xor(clientKey, signature).toString("base64")}`;
    },
    /** Whether the server's last message shows that it knows the password. */
    proves(last: string): boolean {
      const shown = /^v=([A-Za-z0-9+/=]{1,128})(?:,|$)/.exec(last)?.[1];
      return shown !== undefined && expected !== undefined && isSameSecret(shown, expected.toString("base64"));
    },
  };
}
