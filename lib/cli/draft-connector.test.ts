import { describe, expect, it } from "vitest";
import { draftConnector } from "./draft-connector";

const list = (items: object) => ({
  responses: {
    "200": {
      content: { "application/json": { schema: { type: "object", properties: { data: { type: "array", items } } } } },
    },
  },
});
const document = {
  openapi: "3.1.0",
  info: { title: "Acme CRM" },
  servers: [{ url: "https://api.acme.example/v1" }],
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Acme-Key" } },
    schemas: {
      Deal: { type: "object", properties: { id: { type: "string" }, self: { $ref: "#/components/schemas/Deal" } } },
    },
  },
  paths: {
    "/deals": {
      get: {
        summary: "List deals",
        parameters: [{ name: "cursor" }, { name: "limit" }],
        ...list({ $ref: "#/components/schemas/Deal" }),
      },
    },
    "/deals/{id}": { get: { summary: "One deal", ...list({ $ref: "#/components/schemas/Deal" }) } },
    "/health": { get: { responses: { "200": { description: "fine" } } } },
  },
};

describe("a draft", () => {
  const text = draftConnector(document);

  it("has what the document says", () => {
    expect(text).toContain('id: "acme-crm"');
    expect(text).toContain('{ kind: "fixed", origin: "https://api.acme.example" }');
    expect(text).toContain('[header("X-Acme-Key", "apiKey")]');
    expect(text).toContain('records: ["data"], key: "id"');
    expect(text).toContain("// It takes: cursor, limit.");
    expect(text.match(/path: "\//g)).toHaveLength(1);
  });

  it("does not compile until what is in no document was looked up", () => {
    for (const missing of [
      "PROOF",
      "ANSWER",
      "WHAT_403_MEANS",
      "STEPS",
      "ROLES",
      "CAUSES",
      "LIMITS",
      "PAGING",
      "PERSONAL_FIELDS",
      "LABEL",
    ])
      expect(text, missing).toContain(`LOOK_UP_${missing}`);
    expect(text).not.toMatch(/(const|let|import) .*LOOK_UP_/);
  });

  it("leaves what is not clear to somebody", () => {
    const unclear = draftConnector({
      ...document,
      servers: [{ url: "https://{tenant}.acme.example" }, { url: "https://eu.acme.example" }],
      components: {
        securitySchemes: { one: { type: "http", scheme: "bearer" }, two: { type: "http", scheme: "basic" } },
      },
    });
    expect(unclear).toContain("api: LOOK_UP_HOST");
    expect(unclear).toContain("placements: LOOK_UP_PLACEMENTS");
  });

  it.each([
    ["nothing", null],
    ["no object", [1]],
    [
      "paths that are none",
      { paths: { "/a": 7, "/b": { get: { responses: { "200": { $ref: "https://evil.example/x" } } } } } },
    ],
    [
      "a reference to itself",
      { paths: { "/a": { get: { responses: { "200": { $ref: "#/paths/~1a/get/responses/200" } } } } } },
    ],
    [
      "keys of objects",
      JSON.parse(
        '{"info":{"title":"__proto__"},"paths":{"__proto__":{"get":{}}},"components":{"securitySchemes":{"constructor":{}}}}',
      ),
    ],
  ])("of %s is one all the same", (_, odd) => expect(draftConnector(odd)).toContain("defineConnector({"));

  it("carries no code out of a document", () => {
    const hostile = '*/ }; process.exit(1); /*"\n**//';
    const text = draftConnector({
      info: { title: hostile },
      servers: [{ url: hostile }],
      paths: {
        "/x": {
          get: {
            summary: hostile,
            description: hostile,
            parameters: [{ name: hostile }],
            ...list({ properties: { id: {} } }),
          },
        },
      },
    });
    // What is left without texts and comments is what would run.
    const code = text
      .replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""')
      .replaceAll(/\/\*.*?\*\//gs, "")
      .replaceAll(/\/\/.*/g, "");
    expect(code).not.toMatch(/\bprocess\b/);
    expect(text).toContain("process");
  });
});
