import { expect, it } from "vitest";
import type { Connector, Endpoint, ParameterValues } from "@/lib/connectors/connector";
import type { ReadRequest } from "@/lib/connectors/read-request";
import { connectors } from "@/lib/connectors/registry";
import type { PageAnswer, ReadItem } from "./read-dto";
import { readPages } from "./read-pages";
import { maskPersonal, parseRecord } from "./record-values-dto";

// A provider that is made from the very data that it is read by: it proves that the reader can follow the data of each
// endpoint to its end, and nothing about the provider.

const PAGES = 3;
const EACH = 2;

type Json = { [key: string]: unknown };

/** A value below keys. */
const nest = (keys: readonly string[], value: unknown): unknown =>
  keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

/** An object with values at a path of keys; `*` is a list that wraps each of them. */
function at(keys: readonly string[], values: unknown, into: Json): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return values;
  if (key === "*") return (values as unknown[]).map((value) => nest(rest, value));
  return { ...into, [key]: at(rest, values, (into[key] ?? {}) as Json) };
}
const put = (into: unknown, path: string, value: unknown) => at(path.split("."), value, into as Json);

const parameterIn = ({ target, body }: ReadRequest, name: string): string | undefined => {
  const inBody = name.split(".").reduce<unknown>((found, key) => (found as Json | undefined)?.[key], body);
  const variables = (body as { variables?: Json } | undefined)?.variables;
  const inQuery = new URLSearchParams(target.split("?")[1]).get(name);
  const found = inBody ?? variables?.[name] ?? inQuery;
  return found === null || found === undefined ? undefined : String(found);
};

/** Which page a request is for, by the endpoint's own way of paging. */
function pageAsked({ reading: { paging } }: Endpoint, request: ReadRequest): number {
  if (paging.kind === "link") return Number(parameterIn(request, "page-of-test") ?? 0);
  if (paging.kind === "none") return 0;
  const asked = parameterIn(request, paging.parameter);
  if (asked === undefined || asked === "") return 0;
  if (paging.kind === "offset") return Number(asked) / EACH;
  if (paging.kind === "page") return Number(asked) - paging.first;
  return "record" in paging.at ? (Number(asked) + 1) / EACH : Number(asked.replace("token-", ""));
}

function answer(endpoint: Endpoint, request: ReadRequest): PageAnswer {
  const { records, key, paging } = endpoint.reading;
  const page = pageAsked(endpoint, request);
  const isLast = page >= (paging.kind === "none" ? 0 : PAGES - 1);
  const count = page >= PAGES ? 0 : EACH;
  const list = Array.from({ length: count }, (_, index) => put({ secret: "of a person" }, key, page * EACH + index));
  let json: unknown = at((records[0] ?? "").split("."), list, {});
  const says = (path: string | undefined, value: unknown) => {
    if (path !== undefined) json = put(json, path, value);
  };
  says(paging.more, !isLast);
  says(paging.ends, isLast);
  if ("at" in paging && "body" in paging.at && !isLast)
    says(paging.at.body, paging.kind === "link" ? `/next?page-of-test=${page + 1}` : `token-${page + 1}`);
  return { status: 200, text: JSON.stringify(json) };
}

const required = ({ parameters }: Endpoint): ParameterValues =>
  Object.fromEntries(parameters.filter((one) => one.required).map(({ id }) => [id, "2026-01-01T00:00:00.000Z"]));

async function read(connector: Connector, endpoint: Endpoint, since?: number) {
  const requests: ReadRequest[] = [];
  const items: ReadItem[] = [];
  const options = {
    origin: "https://provider.example",
    startedAt: Date.UTC(2026, 11, 1),
    ...(since === undefined ? {} : { since }),
    fetchPage: async (request: ReadRequest) => {
      requests.push(request);
      if (requests.length > 20) throw new Error(`${connector.id} ${endpoint.id} is read without end.`);
      return answer(endpoint, request);
    },
    wait: async () => undefined,
  };
  for await (const item of readPages(endpoint, required(endpoint), options)) items.push(item);
  return { requests, last: items.at(-1), records: items.flatMap((item) => (item.kind === "page" ? item.records : [])) };
}

const all = connectors.flatMap((connector) =>
  connector.endpoints
    .filter(({ reading }) => !reading.range && !reading.each)
    .map((endpoint) => ({ name: `${connector.id} ${endpoint.id}`, connector, endpoint })),
);

it.each(all)("$name: is read to its end, each record once", async ({ connector, endpoint }) => {
  const { last, records } = await read(connector, endpoint);
  expect(last).toMatchObject({ kind: "complete" });
  const pages = endpoint.reading.paging.kind === "none" ? 1 : PAGES;
  expect(records).toHaveLength(pages * EACH);
  expect(new Set(records).size).toBe(records.length);
});

it.each(all.filter(({ endpoint }) => endpoint.reading.changed))("$name: what changed is asked for", async (one) => {
  const { requests } = await read(one.connector, one.endpoint, Date.UTC(2026, 5, 1));
  const { changed } = one.endpoint.reading;
  const [first] = requests;
  const asked = first && changed ? parameterIn(first, changed.after) : undefined;
  const from = Date.UTC(2026, 5, 1) - (changed?.overlapSeconds ?? 0) * 1000;
  expect(asked).toBe(changed?.unit === "seconds" ? String(from / 1000) : new Date(from).toISOString());
});

it.each(all)("$name: a preview shows nothing of a record that its data does not name", ({ endpoint }) => {
  const { personalFields } = endpoint.reading;
  if (!endpoint.fields) return;
  const shown = maskPersonal(
    parseRecord('{"id":"7","somebody":"One Person","deep":{"email":"one@example.com"}}'),
    personalFields,
  );
  expect(JSON.stringify(shown, (_, value) => (typeof value === "function" ? value() : value))).not.toMatch(
    /Person|example/,
  );
});
