import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Connector } from "./connector";
import type { Reading } from "./reading";
import { readingFlaws } from "./reading-flaws";
import { connectors } from "./registry";

const folder = new URL(".", import.meta.url);

describe("connector registry", () => {
  it("holds every connector file of the folder", () => {
    const files = [".", "./catalogue/"].flatMap((under) => {
      const at = new URL(under, folder);
      return existsSync(at) ? readdirSync(at).map((name) => ({ name, at })) : [];
    });
    const defining = files.filter(
      ({ name, at }) =>
        /^[a-z0-9-]+\.ts$/.test(name) && /defineConnector\(\{/.test(readFileSync(new URL(name, at), "utf8")),
    );
    expect(defining.map(({ name }) => name.replace(/\.ts$/, "")).sort()).toEqual(connectors.map(({ id }) => id).sort());
  });

  it("has Clari Copilot first", () => {
    expect(connectors[0]?.id).toBe("clari-copilot");
  });

  it.each(connectors)("$id: a field named like a secret is marked as one", ({ authentication }) => {
    for (const field of authentication.fields) {
      if (/key|secret|token|password/i.test(`${field.id} ${field.label}`)) expect(field.secret, field.id).toBe(true);
    }
  });

  it.each(connectors)("$id: a parameter that takes names or addresses of people is marked as personal", (connector) => {
    for (const { id, label, help, kind, personal } of connector.endpoints.flatMap(({ parameters }) => parameters)) {
      if (kind !== "text" && kind !== "list") continue;
      if (/e-?mail|attendee|participant|phone|people|persons/i.test(`${id} ${label} ${help}`))
        expect(personal, id).toBe(true);
    }
  });

  it.each(connectors)("$id: what a plain field allows can be entered", ({ authentication }) => {
    for (const field of authentication.fields) {
      if (field.secret) continue;
      if (field.kind === "choice") {
        const values = field.options.map(({ value }) => value);
        expect(new Set(values).size, field.id).toBe(values.length);
        for (const value of values) expect(value, field.id).toMatch(/^[\x21-\x7E]+$/);
      } else {
        expect(field.maxLength, field.id).toBeGreaterThan(0);
        expect(() => new RegExp(field.format?.pattern ?? ""), field.id).not.toThrow();
      }
    }
  });

  it.each(connectors)("$id: is plain data that survives serialisation", (connector) => {
    expect(JSON.parse(JSON.stringify(connector))).toEqual(connector);
  });

  it.each(connectors)("$id: ids are unique and usable in URLs", ({ id, authentication, endpoints }) => {
    const groups = [authentication.fields, endpoints, ...endpoints.map((endpoint) => endpoint.parameters)];
    for (const group of groups) expect(new Set(group.map((item) => item.id)).size).toBe(group.length);
    for (const kebab of [id, ...endpoints.map((endpoint) => endpoint.id)]) expect(kebab).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});

const flaws = (connector: Connector) => connector.endpoints.flatMap((endpoint) => readingFlaws(connector, endpoint));

it.each(connectors)("$id: every endpoint can be read", (connector) => expect(flaws(connector)).toEqual([]));

describe("an endpoint that cannot be read is refused", () => {
  const [clari] = connectors as [Connector];
  const broken = (id: string, change: Partial<Reading>) => ({
    ...clari,
    endpoints: clari.endpoints.map((endpoint) =>
      endpoint.id === id ? { ...endpoint, reading: { ...endpoint.reading, ...change } } : endpoint,
    ),
  });
  const size = { parameter: "limit", default: 25, max: 100, min: 1 };
  const range = {
    field: "time",
    after: "filterTimeGt",
    before: "filterTimeLt",
    unit: "iso",
    boundary: "unknown",
  } as const;
  const each = { endpoint: "calls", field: "id", as: "id", parallel: 4, filters: ["filterTimeGt"] };
  type Case = [flaw: string, id: string, change: Partial<Reading>];
  it.each<Case>([
    ["nothing says where its records are", "users", { records: [] }],
    ["one * is all that a path may have", "users", { records: ["a.*.b.*"] }],
    ["its records have no key", "users", { key: "" }],
    ["the endpoint of its parents is unknown", "call-details", { each: { ...each, endpoint: "meetings" } }],
    ["the endpoint of its parents is unknown", "call-details", { each: { ...each, endpoint: "call-details" } }],
    ["what names its parent is no parameter", "call-details", { each: { ...each, as: "callId" } }],
    ["a filter of its parents is no parameter of both", "call-details", { each: { ...each, filters: ["sortTime"] } }],
    ["a filter of its parents is no parameter of both", "call-details", { each: { ...each, filters: ["id"] } }],
    [
      "what comes of one parent comes in pages",
      "call-details",
      { paging: { kind: "offset", parameter: "skip", size } },
    ],
    ["its paging has no parameter", "scorecards", { paging: { kind: "offset", parameter: "", size } }],
    [
      "its page size has no parameter",
      "scorecards",
      { paging: { kind: "offset", parameter: "skip", size: { ...size, parameter: "" } } },
    ],
    [
      "its page sizes are no sizes",
      "scorecards",
      { paging: { kind: "offset", parameter: "skip", size: { ...size, default: 200 } } },
    ],
    ["nothing says where its next page is", "users", { paging: { kind: "token", at: { body: "" }, parameter: "c" } }],
    ["nothing says where its next page is", "users", { paging: { kind: "link", at: { header: "" } } }],
    ["its range has no field or no parameters", "calls", { range: { ...range, field: "", overlapSeconds: 1 } }],
    ["its range does not overlap", "calls", { range: { ...range, overlapSeconds: 0 } }],
    ["ties of its range need offsets", "calls", { paging: { kind: "none" } }],
    ["nothing puts it in the order of its range", "calls", { order: {} }],
    ["nothing asks for what changed", "topics", { changed: { after: "", overlapSeconds: 1 } }],
  ])("%s: %s", (flaw, id, change) => expect([...new Set(flaws(broken(id, change)))]).toContain(flaw));

  it("that is asked for each record of another one, where either cannot be asked so", () => {
    const required = (endpointId: string, parameterId: string) => ({
      ...clari,
      endpoints: clari.endpoints.map((endpoint) => ({
        ...endpoint,
        parameters: endpoint.parameters.map((one) =>
          endpoint.id === endpointId && one.id === parameterId ? { ...one, required: true } : one,
        ),
      })),
    });
    expect(flaws(required("call-details", "id"))).toEqual(["it is read for one parent alone"]);
    expect(flaws(required("calls", "includeAudio"))).toEqual(["its parents need a parameter that it has not"]);
    expect(flaws(required("calls", "filterTimeGt"))).toEqual([]);
  });
});
