import type { VerificationCall } from "@/lib/connectors/verification-call";
import { at, type Json } from "./expected-answer";
import type { Whose } from "./verification-dto";

const LONGEST = 80;

/** What draws nothing, turns what follows around, or breaks a line. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

function wordOf(json: Json | undefined): string | undefined {
  if (typeof json === "number") return String(json);
  return typeof json === "string" ? shortened(json) : undefined;
}

/** A stranger's text as a name: short, on one line, and nothing but text. */
export function shortened(stranger: string): string {
  const text = stranger
    .slice(0, 10 * LONGEST)
    .replace(UNSEEN, "")
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...text];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : text;
}

/** Read from an accepted answer. A provider's text is a stranger's: it is short, on one line, and nothing but text. */
export function identityIn(json: Json | undefined, { identity }: VerificationCall): Whose | undefined {
  if (!identity) return undefined;
  const text = (identity.name && wordOf(at(json, identity.name))) || wordOf(at(json, identity.id));
  return text ? { of: identity.of, text } : undefined;
}
