import type { VerificationCall } from "@/lib/connectors/connector";
import type { OutboundAnswer } from "@/lib/platform/outbound-request";
import { completeJsonBeginning } from "./json-beginning";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

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

function at(json: Json | undefined, path: readonly string[]): Json | undefined {
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
  const ids = value.map((element) => element.id);
  return ids.length > 0 && ids.every((id) => typeof id === "string" && id !== "") && new Set(ids).size === ids.length;
}

/** Whether the list that the provider answers with is there and has nothing in it. */
export function isEmptyList(json: Json | undefined, { expect }: VerificationCall): boolean {
  const value = at(json, expect.at);
  return Array.isArray(value) && value.length === 0;
}

/** The error code of a JSON answer, as GraphQL and its relatives place it. */
export function errorCodes(json: Json | undefined): string[] {
  const list = at(json, ["errors"]);
  if (!Array.isArray(list)) return [];
  return list
    .flatMap((error) => [at(error, ["code"]), at(error, ["extensions", "code"])])
    .filter((code) => typeof code === "string");
}
