import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** What Clari answers to a request that lacks one of the two headers. */
export const NOT_PROVIDED = "Credentials not provided!, see documentation: https://api-doc.copilot.clari.com";

export type ClariPair = { apiKey: string; apiPassword: string };

export function newClariPair(): ClariPair {
  return { apiKey: `ck-${randomBytes(18).toString("base64url")}`, apiPassword: randomBytes(30).toString("base64url") };
}

/** What the two headers hold; an absent or empty one is the empty text. */
export function presentedPair({ headers }: IncomingMessage): ClariPair {
  const value = (name: string) => {
    const header = headers[name];
    return typeof header === "string" ? header : "";
  };
  return { apiKey: value("x-api-key"), apiPassword: value("x-api-password") };
}

/** Node reads header bytes as Latin-1; a client may have sent UTF-8. */
const isSame = (received: string, expected: string) =>
  received === expected || Buffer.from(received, "latin1").toString("utf8") === expected;

export function isSamePair(received: ClariPair, expected: ClariPair): boolean {
  return isSame(received.apiKey, expected.apiKey) && isSame(received.apiPassword, expected.apiPassword);
}
