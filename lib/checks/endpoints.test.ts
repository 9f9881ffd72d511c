import { afterAll, beforeAll, expect, it } from "vitest";
import { startClariSandbox } from "@/e2e/sandbox/start-clari-sandbox";
import { startFirefliesSandbox } from "@/e2e/sandbox/start-fireflies-sandbox";
import { startGongSandbox } from "@/e2e/sandbox/start-gong-sandbox";
import type {
  Connector,
  CredentialValues,
  Endpoint,
  EndpointParameter,
  ParameterValue,
  ParameterValues,
} from "@/lib/connectors/connector";
import { endpointSchema } from "@/lib/connectors/endpoint-fields";
import { readRequest, requestLine } from "@/lib/connectors/read-request";
import type { FieldSchema } from "@/lib/connectors/record-fields";
import { connectors } from "@/lib/connectors/registry";
import { signatureOf } from "./sign-request";

type Provider = { url: string; values: CredentialValues; close: () => Promise<void> };
/** By the connector's id. */
const providers = new Map<string, Provider>();

beforeAll(async () => {
  const clari = await startClariSandbox({ ratePerSecond: 10_000 });
  providers.set("clari-copilot", { ...clari, values: clari.pair });
  const { accessKey, accessKeySecret, ...gong } = await startGongSandbox();
  providers.set("gong", { ...gong, values: { accessKey, accessKeySecret } });
  const { apiKey, ...fireflies } = await startFirefliesSandbox();
  providers.set("fireflies", { ...fireflies, values: { apiKey } });
});
afterAll(() => Promise.all([...providers.values()].map(({ close }) => close())));

/** What is found under the endpoint's keys in the answer. */
async function read(connector: Connector, endpoint: Endpoint, parameters: ParameterValues) {
  const { url, values } = providers.get(connector.id) as Provider;
  const { method, target, body } = readRequest(endpoint, parameters);
  const answer = await fetch(`${url}${target}`, {
    method,
    headers: { "content-type": "application/json", ...signatureOf(connector, values).headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(answer.status, requestLine(endpoint, parameters)).toBe(200);
  const json: unknown = await answer.json();
  const at = (keys: string) =>
    keys.split(".").reduce((part: unknown, key) => (part as Record<string, unknown>)?.[key], json);
  return endpoint.reading.records.map(at).filter((found) => found !== undefined);
}

/** What the endpoint asks for, of the provider's own data: without it there is nothing to read. */
async function required(connector: Connector, { reading: { each } }: Endpoint): Promise<ParameterValues> {
  const parent = connector.endpoints.find(({ id }) => id === each?.endpoint);
  if (!parent || !each) return {};
  const [list] = (await read(connector, parent, {})) as Record<string, string>[][];
  return { [each.as]: list?.[0]?.[each.field] ?? "" };
}

/** Something that a provider takes for a parameter. */
function sample(parameter: EndpointParameter): ParameterValue {
  switch (parameter.kind) {
    case "datetime":
      return "2026-01-01T00:00:00.000Z";
    case "integer":
      return parameter.min;
    case "boolean":
      return true;
    case "choice":
      return parameter.options[0]?.value ?? "";
    case "choices":
      return parameter.options.map(({ value }) => value);
    case "list":
      return ["one", "two"];
    case "text":
      return "one";
  }
}

const isInstant = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.test(value);
const isOf: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  integer: Number.isInteger,
  number: (value) => typeof value === "number",
  boolean: (value) => typeof value === "boolean",
  "date-time": isInstant,
  either: (value) => typeof value === "string" || typeof value === "number",
};

/** Paths of what a schema does not know, or knows as something else. */
function strangeFields(schema: FieldSchema | undefined, value: unknown, path: string): string[] {
  if (schema === undefined) return [path];
  if (value === null) return [];
  if (typeof schema === "string") return isOf[schema]?.(value) ? [] : [`${path} ${schema}`];
  if (Array.isArray(schema))
    return Array.isArray(value) ? value.flatMap((entry) => strangeFields(schema[0], entry, `${path}.*`)) : [path];
  if (typeof value !== "object" || Array.isArray(value)) return [`${path} object`];
  const fields = schema as Record<string, FieldSchema>;
  return Object.entries(value).flatMap(([name, field]) => strangeFields(fields[name], field, `${path}.${name}`));
}

// Of those that have a sandbox. How all others are read is tried in lib/reading/catalogue.test.ts.
const PLAYED = ["clari-copilot", "gong", "fireflies"];
const played = connectors.filter(({ id }) => PLAYED.includes(id));

const all = played.flatMap((connector) =>
  connector.endpoints.map((endpoint) => ({ name: `${connector.id} ${endpoint.id}`, connector, endpoint })),
);

it.each(all)("$name: answers to its method and path, with records where they are said to be", async (one) => {
  const { connector, endpoint } = one;
  const given = await required(connector, endpoint);
  const found = await read(connector, endpoint, given);
  expect(found).toHaveLength(1);
  const records = found.flat();
  expect(records.length).toBeGreaterThan(0);
  const schema = endpointSchema(connector.id, endpoint);
  expect([...new Set(records.flatMap((record) => strangeFields(schema, record, "")))]).toEqual([]);
  // Whatever is found then, all of the parameters are taken.
  const everything = Object.fromEntries(endpoint.parameters.map((parameter) => [parameter.id, sample(parameter)]));
  await read(connector, endpoint, { ...everything, ...given });
});
