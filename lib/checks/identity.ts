import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import { splitValues } from "@/lib/connectors/plain-values";
import type { VerificationCall } from "@/lib/connectors/verification-call";
import { hiderOf } from "@/lib/platform/hide-values";
import { at, type Json } from "./expected-answer";
import type { Whose } from "./verification-dto";

const LONGEST = 80;

/** What draws nothing, turns what follows around, or breaks a line. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** Who is named by an answer. `whole` is all that was said: the beginning of a value would not be recognised as one. */
export type Identity = Whose & { whole?: string };

function wordOf(json: Json | undefined): string | undefined {
  if (typeof json === "number") return String(json);
  return typeof json === "string" ? onOneLine(json) : undefined;
}

const onOneLine = (stranger: string) => stranger.replace(UNSEEN, "").replace(/\s+/g, " ").trim();

function cut(text: string): string {
  const characters = [...text.slice(0, 10 * LONGEST)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join("")}…` : text;
}

/** A stranger's text as a name: short, on one line, and nothing but text. */
export const shortened = (stranger: string): string => cut(onOneLine(stranger.slice(0, 10 * LONGEST)));

/** Read from an accepted answer. A provider's text is a stranger's: it is short, on one line, and nothing but text. */
export function identityIn(json: Json | undefined, { identity }: VerificationCall): Identity | undefined {
  if (!identity) return undefined;
  const whole = (identity.name && wordOf(at(json, identity.name))) || wordOf(at(json, identity.id));
  return whole ? { of: identity.of, text: cut(whole), whole } : undefined;
}

/** Whose the values are, where the provider's word for it is not one of them: some echo the caller's own key. */
export function withoutEcho(
  { of, text, whole = text }: Identity,
  connector: SignInConnector,
  values: CredentialValues,
): Whose | undefined {
  const { secret, plain } = splitValues(connector, values);
  const { hidden } = hiderOf(Object.values(secret), Object.values(plain)).inText(whole);
  return hidden > 0 ? undefined : { of, text };
}
