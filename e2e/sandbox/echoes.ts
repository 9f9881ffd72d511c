import { randomBytes } from "node:crypto";
import type { ClariPair } from "./clari-pair";

/** `true`: as JSON prints it (which is raw for most values), base64 and URL-encoded. `"all"`: also in rarer forms of each. */
export type EchoOption = boolean | "all";

/** A pair that every form writes in another way: it has signs that JSON, URLs and base64 each treat as their own. */
export function newEchoPair(): ClariPair {
  const random = () => randomBytes(12).toString("base64url");
  return { apiKey: `ck+${random()}/&=%?>~`, apiPassword: `pw"${random()}\\/ +<>~` };
}

const base64 = (value: string) => Buffer.from(value).toString("base64");
const inJson = (value: string) => JSON.stringify(value).slice(1, -1);
const asUnicode = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

const rareForms = (value: string) => [
  inJson(value).replaceAll("/", "\\/"),
  value.replaceAll(/[^a-z0-9]/gi, asUnicode),
  Buffer.from(value).toString("base64url"),
  new URLSearchParams([["", value]]).toString().slice(1),
];

/** How a value may stand in a string of a JSON text. */
export const formsOf = (value: string, echo: EchoOption = "all"): readonly string[] => [
  inJson(value),
  base64(value),
  encodeURIComponent(value),
  ...(echo === "all" ? rareForms(value) : []),
];

/** Every form of both values, the longest first: a part of one must not be taken for another. */
export function allForms({ apiKey, apiPassword }: ClariPair): readonly string[] {
  const forms = new Set([apiKey, apiPassword, ...formsOf(apiKey), ...formsOf(apiPassword)]);
  return [...forms].toSorted((a, b) => b.length - a.length);
}

/** Further fields of every fifth record that repeat the pair, with the comma before them; each time in another form. */
export function echoFields({ apiKey, apiPassword }: ClariPair, echo: EchoOption, number: number): string {
  if (!echo || number % 5 !== 2) return "";
  const keys = formsOf(apiKey, echo);
  const turn = Math.floor(number / 5) % keys.length;
  const [key, password] = [keys[turn], formsOf(apiPassword, echo)[turn]];
  return `,"team":{"apiKey":"${key}","note":"as ${password} says","${password}":[${number}]}`;
}

/** The same beside the records, in a page's own fields, with the comma behind them. */
export const echoEnvelope = ({ apiKey, apiPassword }: ClariPair): string =>
  `"askedBy":{"key":"${inJson(apiKey)}","proof":"${base64(apiPassword)}"},"self":"/calls?key=${encodeURIComponent(apiKey)}",`;

/** And in headers, whose bytes Node takes as Latin-1. */
export const echoHeaders = ({ apiKey, apiPassword }: ClariPair): Record<string, string> => ({
  "X-Asked-By": Buffer.from(apiKey).toString("latin1"),
  "X-Proof": base64(apiPassword),
});
