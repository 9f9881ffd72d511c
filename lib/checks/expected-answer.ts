import type { AnswerPath, AnswerWord, VerificationCall } from "@/lib/connectors/verification-call";
import type { OutboundAnswer } from "@/lib/platform/outbound-request";
import { completeJsonBeginning } from "./json-beginning";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** The answer's JSON, or what is whole of it when only its beginning was read. Undefined where it is not JSON. */
export function parseAnswer({ body, truncated }: Pick<OutboundAnswer, "body" | "truncated">): Json | undefined {
  try {
    // stream: the cut may have split a character, which is no fault of the answer.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body, { stream: truncated });
    const whole = truncated ? completeJsonBeginning(text) : text;
    return whole === undefined ? undefined : (JSON.parse(whole) as Json);
  } catch {
    return undefined;
  }
}

/** The value that keys lead to; undefined where it is not there. */
export function at(json: Json | undefined, path: AnswerPath): Json | undefined {
  let value = json;
  for (const key of path) {
    if (value === null || typeof value !== "object" || Array.isArray(value) || !Object.hasOwn(value, key))
      return undefined;
    value = value[key];
  }
  return value;
}

const isObject = (json: Json | undefined): json is { [key: string]: Json } =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/**
 * Whether the JSON is what the provider answers to its verification call. Where only a beginning could be read, its
 * elements must also be told apart by their ids: an endless stream of one element is nobody's list of users.
 */
export function isExpected(json: Json | undefined, { expect }: VerificationCall, truncated: boolean): boolean {
  const value = at(json, expect.at);
  if (expect.kind === "object") return isObject(value);
  if (!Array.isArray(value)) return false;
  if (!value.every(isObject)) return false;
  if (!truncated) return true;
  const ids = value.map((element) => at(element, expect.idAt ?? ["id"]));
  const isId = (id: Json | undefined) => (typeof id === "string" && id !== "") || typeof id === "number";
  return ids.length > 0 && ids.every(isId) && new Set(ids).size === ids.length;
}

/** Whether the list that the provider answers with is there and has nothing in it. */
export function isEmptyList(json: Json | undefined, { expect }: VerificationCall): boolean {
  const value = at(json, expect.at);
  return Array.isArray(value) && value.length === 0;
}

function* allAt(json: Json | undefined, path: AnswerPath): Generator<Json> {
  const star = path.indexOf("*");
  const found = at(json, star === -1 ? path : path.slice(0, star));
  if (found === undefined) return;
  if (star === -1) yield found;
  else if (Array.isArray(found)) for (const entry of found) yield* allAt(entry, path.slice(star + 1));
}

/** Whether the answer has one of these words at its place. */
export function saysAny(json: Json | undefined, where: readonly AnswerWord[]): boolean {
  return where.some(({ at: path, in: words }) =>
    [...allAt(json, path)].some((word) => typeof word === "string" && words.includes(word)),
  );
}

/** Whether the answer has a word of a refusal, where this provider places them. */
export const saysRefused = (json: Json | undefined, { refused }: VerificationCall): boolean =>
  saysAny(json, refused?.where ?? []);

/** Whether what an accepted answer has to say is there, and says it: looked at in its order, until one is not so. */
export function holdsOf(json: Json | undefined, { holds = [] }: VerificationCall): "all" | "not-there" | "not-so" {
  for (const { at: path, is } of holds) {
    const value = at(json, path);
    if (value === undefined) return "not-there";
    if (is === undefined ? value === null || value === "" : value !== is) return "not-so";
  }
  return "all";
}
