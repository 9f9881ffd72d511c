import { afterAll, expect, it, vi } from "vitest";
import { serve } from "@/lib/api/serve";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { listConnectors } from "@/lib/reading/list-connectors";
import { AS_OF, airbyteManifest, airbyteYaml } from "./airbyte-manifest";
import { readByPages, sourceOf } from "./reading.fixture";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries({ ...home.env, CLARI_COPILOT_PER_SECOND: "1000" }))
    vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const origin = "http://localhost:3000";
const plain = { origin, sourceId: "abcdefgh", name: "Calls", key: "id", isIncremental: false } as const;
const withoutComments = (yaml: string) => yaml.replaceAll(/^#.*\n/gm, "");
const parsed = (yaml: string) => JSON.parse(withoutComments(yaml));

async function readerOf(endpointId: string) {
  const { actor, source } = await sourceOf(clari.pair, endpointId);
  const { value } = await createToken(actor, { name: "Airbyte", sources: [source.id], scopes: ["data-source:read"] });
  const ask = (url: string) => serve(new Request(url, { headers: { authorization: `Bearer ${value}` } }));
  const manifest = async () => ask(`${origin}/api/v1/data-sources/${source.id}/airbyte.yaml`);
  return { actor, source, value, ask, manifest };
}

it("a manifest that is followed by hand reads every record, by the addresses that it says", async () => {
  const { actor, source, ask, manifest, value } = await readerOf("calls");
  const response = await manifest();
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/yaml"]);
  const yaml = await response.text();
  expect(yaml).not.toContain(value);
  const [stream] = parsed(yaml).streams;
  const { requester, record_selector, paginator } = stream.retriever;
  expect(requester.authenticator).toEqual({ type: "BearerAuthenticator", api_token: "{{ config['token'] }}" });
  expect(paginator.page_token_option).toEqual({ type: "RequestPath" });
  expect(paginator.pagination_strategy.cursor_value).toBe("{{ response.get('next') }}");
  const [list] = record_selector.extractor.field_path;
  const ids: string[] = [];
  let pages = 0;
  for (let url: string | null = `${requester.url_base}${requester.path}`; url !== null; pages += 1) {
    const page: Record<string, never> = await (await ask(url)).json();
    for (const record of (page[list] ?? []) as Record<string, string>[]) ids.push(record[stream.primary_key] ?? "");
    url = page.next ?? null;
  }
  const whole = await readByPages(actor, source.id);
  expect(pages).toBeGreaterThan(2);
  expect(ids).toEqual(whole.records.map((record) => JSON.parse(record).id));
});

it("an endpoint that can say what changed is read incrementally, by when a sync began and not by what it saw", async () => {
  const [calls] = parsed(await (await (await readerOf("calls")).manifest()).text()).streams;
  expect(calls.incremental_sync).toMatchObject({ cursor_field: AS_OF, lookback_window: "PT1H" });
  expect(calls.incremental_sync.end_datetime).toBeUndefined();
  expect(calls.transformations[0].fields[0]).toMatchObject({ path: [AS_OF], value: "{{ stream_slice['end_time'] }}" });
  expect(calls.schema_loader.schema.properties).toHaveProperty(AS_OF);
  const { since } = calls.retriever.requester.request_parameters;
  expect(since).toContain("stream_interval['start_time']");
  expect(since).toContain("next_page_token");
  const yaml = await (await (await readerOf("users")).manifest()).text();
  const [users] = parsed(yaml).streams;
  expect(Object.keys(users)).not.toContain("incremental_sync");
  expect(yaml).not.toContain(AS_OF);
});

it("the fields are the documented ones, and the key is a path", async () => {
  const { manifest } = await readerOf("users");
  const [stream] = parsed(await (await manifest()).text()).streams;
  const documented = (await listConnectors({ workspaceId: "none-there-is" }))[0]?.endpoints.find(
    ({ id }) => id === "users",
  )?.schema;
  expect(stream.schema_loader.schema).toEqual(documented);
  const nested = airbyteManifest({ ...plain, key: "call.id", schema: { type: "object" } });
  expect(nested.streams[0]?.primary_key).toEqual([["call", "id"]]);
});

it("no name of a data source is an expression, a reference or another line", () => {
  const names = ["{{ config['token'] }}", "{% for x in y %}", "{#", "#/definitions/x", "a\u2028b\u0085c", 'x"\n# y: z'];
  for (const name of names) {
    const yaml = airbyteYaml({ ...plain, name, schema: { type: "object" } });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what YAML does not take as it is
    expect(yaml).not.toMatch(/[\u0000-\u0009\u007F-\u009F\u2028\u2029\uFEFF]/);
    const [stream] = parsed(yaml).streams;
    expect(stream.name).not.toMatch(/\{[{%#]|^#\//);
    expect(yaml).toContain(
      `"stream_names": [\n      ${JSON.stringify(stream.name).replace("\u2028", "\\u2028").replace("\u0085", "\\u0085")}`,
    );
  }
});

it("a token without the scope, or for another source, gets none", async () => {
  const { actor, source } = await sourceOf(clari.pair, "users");
  const other = await readerOf("users");
  const { value } = await createToken(actor, { name: "Lists", sources: "every", scopes: ["data-source:list"] });
  const address = `${origin}/api/v1/data-sources/${source.id}/airbyte.yaml`;
  const unread = await serve(new Request(address, { headers: { authorization: `Bearer ${value}` } }));
  expect([unread.status, (await unread.json()).code]).toEqual([403, "FORBIDDEN"]);
  const elsewhere = await other.ask(address);
  expect([elsewhere.status, (await elsewhere.json()).code]).toEqual([403, "SOURCE_NOT_GRANTED"]);
});
