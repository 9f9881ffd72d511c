import fc, { type Arbitrary } from "fast-check";
import { makeComponents } from "@/lib/api/document/components";
import type { ApiOperation } from "@/lib/api/operation";
import { fromSchema, hostile } from "./json-arbitrary.fixture";

/** A request to be sent: all of it text, as it leaves. */
export type Asked = { path: string; headers: Headers; body: Body };
type Headers = Record<string, string>;
type Body = string | undefined;

/** What there is to be named, by the parameter or property that names it. */
export type Real = Readonly<Record<string, readonly unknown[]>>;

const { schemas, toJson } = makeComponents();

/** Of each ten, seven are as they should be, but for what is made up in them. */
const mostly = <T>(right: Arbitrary<T>, wrong: Arbitrary<T>): Arbitrary<T> =>
  fc.oneof({ weight: 7, arbitrary: right }, { weight: 3, arbitrary: wrong });

const asText = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? ""));
const pathText = (value: unknown): string => encodeURIComponent(asText(value).slice(0, 200).toWellFormed());

/** One of an object's values is another one. */
const spoilt = (whole: Arbitrary<unknown>): Arbitrary<unknown> =>
  fc.tuple(whole, fc.nat(), hostile).map(([value, at, other]) => {
    if (typeof value !== "object" || value === null) return other;
    const name = Object.keys(value)[at % Math.max(Object.keys(value).length, 1)];
    return name === undefined ? { extra: other } : { ...value, [name]: other };
  });

const NO_JSON = ["", "{", "[]", '"text"', "null", '{"name":"a","name":"b"}', '{"a":'.repeat(3000), "\uFEFF{}", "\0"];

const rightBody = ({ body }: ApiOperation, real: Real): Arbitrary<unknown> =>
  body ? fromSchema(toJson(body, "input"), { schemas, valuesOf: (name: string) => real[name] ?? [] }) : fc.constant({});

function bodyOf(operation: ApiOperation, real: Real): Arbitrary<Body> {
  if (operation.method === "GET") return fc.constant(undefined);
  const right = rightBody(operation, real);
  return fc.oneof(
    { weight: 3, arbitrary: right.map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: spoilt(right).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostile.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.constantFrom(...NO_JSON) },
  );
}

function queryOf({ query }: ApiOperation, real: Real): Arbitrary<string> {
  const known = { schemas, valuesOf: (name: string) => real[name] ?? [] };
  const right = query ? fromSchema(toJson(query, "input"), known) : fc.constant({});
  const strange = fc.dictionary(fc.string({ maxLength: 8 }), hostile, { maxKeys: 2 });
  return mostly(right, fc.oneof(spoilt(right), strange)).map((value) => {
    const pairs = Object.entries(value as object).map(([name, one]) => [
      name,
      asText(one).slice(0, 3000).toWellFormed(),
    ]);
    const text = new URLSearchParams(pairs).toString();
    return text === "" ? "" : `?${text}`;
  });
}

/** A header can have no other characters: a request with them is not made at all. */
const headerText = hostile.map((value) =>
  asText(value)
    .replaceAll(/[^\x20-\x7E]/g, "")
    .slice(0, 400),
);

/** Of a thing that was changed a few times. */
const revision = fc.integer({ min: 1, max: 4 }).map((number) => `"${number}"`);
const key = fc.uuid().map((id) => `"${id}"`);

const rightHeaders = ({ precondition, makes }: ApiOperation): Arbitrary<Headers> =>
  fc.record<Headers>({
    ...(precondition ? { "if-match": revision } : {}),
    ...(makes ? { "idempotency-key": key } : {}),
  });

function headersOf({ precondition, makes, method }: ApiOperation): Arbitrary<Headers> {
  const model: Record<string, Arbitrary<string>> = {
    ...(method === "GET" ? { accept: fc.constantFrom("application/json", "application/x-ndjson", "*/*", "") } : {}),
    ...(precondition ? { "if-match": mostly(revision, headerText) } : {}),
    ...(makes ? { "idempotency-key": mostly(key, headerText) } : {}),
  };
  return fc.record(model, { requiredKeys: [] }) as Arbitrary<Headers>;
}

type Parts = { id: Arbitrary<unknown>; query: Arbitrary<string>; headers: Arbitrary<Headers>; body: Arbitrary<Body> };

const asked = ({ path }: ApiOperation, { id, query, headers, body }: Parts): Arbitrary<Asked> =>
  fc.tuple(id.map(pathText), query, headers, body).map(([part, asking, sent, text]) => ({
    path: `${path.replace("{id}", part)}${asking}`,
    headers: sent,
    body: text,
  }));

/** Requests to an operation: half of them about what is there and as the document says, the others are not. */
export function requestsTo(operation: ApiOperation, real: Real): Arbitrary<Asked> {
  const ids = real[operation.path.split("/")[1] ?? ""] ?? [];
  const madeUp = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{8,64}$/), hostile);
  const there = ids.length > 0 ? fc.constantFrom(...ids) : madeUp;
  const right = {
    id: there,
    query: fc.constant(""),
    headers: rightHeaders(operation),
    body: rightBody(operation, real).map((value) => (operation.method === "GET" ? undefined : JSON.stringify(value))),
  };
  const wrong = {
    id: mostly(there, madeUp),
    query: queryOf(operation, real),
    headers: headersOf(operation),
    body: bodyOf(operation, real),
  };
  return fc.oneof(asked(operation, right), asked(operation, { ...right, query: wrong.query }), asked(operation, wrong));
}
