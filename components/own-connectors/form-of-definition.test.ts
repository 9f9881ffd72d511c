import { expect, it } from "vitest";
import type { Definition } from "@/lib/own-connectors/definition-dto";
import { definitionOf, formOf } from "./form-of-definition";

const LEAST: Definition = {
  name: "Plain",
  summary: "",
  host: "api.acme.com",
  fields: [{ id: "key", label: "Key", help: "", secret: true }],
  placements: [{ in: "header", name: "X-Key", parts: [{ field: "key" }] }],
  proof: { method: "GET", path: "/", expect: { kind: "array", at: ["users"] }, forbidden: "unclear" },
  guide: { steps: [], roles: "", warnings: [] },
  limits: { seconds: 1, day: 10_000 },
  endpoints: [],
};

const MORE: Definition = {
  ...LEAST,
  summary: "Orders from our shop.",
  fields: [
    { id: "apiKey", label: "API Key", help: "", secret: true },
    { id: "shop", label: "Shop", help: "As in its address.", secret: false, optional: true },
    { id: "site", label: "Site", help: "", secret: false },
  ],
  proof: {
    method: "GET",
    path: "/v1/me?fields=id",
    expect: { kind: "object", at: ["data"] },
    holds: [{ at: ["data", "active"], is: true }],
    refused: { statuses: [400], where: [{ at: ["error"], in: ["no_such_key"] }] },
    forbidden: { mayNotRead: "the account", where: [{ at: ["code"], in: ["scope"] }] },
    identity: { of: "tenant", id: ["data", "id"], name: ["data", "name"] },
  },
  guide: { steps: ["Ask for a key.", "Paste it."], roles: "Everyone.", warnings: ["It's shown once."] },
  limits: { seconds: 2, day: 5000 },
};

const PAGED = { name: "Paged", summary: "", path: "/v1/paged", parameters: [] };

const RICH: Definition = {
  ...MORE,
  placements: [
    {
      in: "basic",
      username: [{ field: "apiKey" }, "/token"],
      password: ["x", { field: "shop" }, ":", { field: "apiKey" }],
    },
  ],
  proof: {
    ...MORE.proof,
    method: "POST",
    body: '{"a":1}',
    expect: { kind: "array", at: ["users"], idAt: ["key"] },
    holds: [{ at: ["ok"], is: "true" }, { at: ["n"], is: 3 }, { at: ["id"] }],
  },
  endpoints: [
    {
      id: "people",
      name: "People",
      summary: "All of them.",
      path: "/people",
      parameters: [{ id: "team", label: "Team", help: "Its id.", kind: "text", required: true }],
      reading: {
        records: ["data", "items.*.person"],
        key: "uid",
        personalFields: ["email"],
        paging: {
          kind: "token",
          at: { header: "X-Next" },
          parameter: "after",
          size: { parameter: "n", default: 50, max: 80, min: 10 },
          more: "more",
        },
        changed: { after: "since", overlapSeconds: 60 },
      },
    },
    {
      ...PAGED,
      id: "pages",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id", "!name"],
        paging: { kind: "page", parameter: "page", first: 0 },
      },
    },
    {
      ...PAGED,
      id: "offsets",
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: {
          kind: "offset",
          parameter: "skip",
          size: { parameter: "limit", default: 100, max: 100, min: 1 },
          total: "total",
        },
      },
    },
  ],
};

it.each([
  ["more", MORE],
  ["the least", LEAST],
  ["what no input shows", RICH],
])("a form keeps all of a definition: %s", (_, definition) => {
  expect(JSON.parse(JSON.stringify(definitionOf(formOf(definition))))).toEqual(definition);
});

it("endpoints get ids of their names, each its own", () => {
  const form = formOf(RICH);
  const rows = form.endpoints.map((row) => ({ ...row, id: "", name: "Größe & co." }));
  expect(definitionOf({ ...form, endpoints: rows }).endpoints.map(({ id }) => id)).toEqual([
    "gr-e-co",
    "gr-e-co-2",
    "gr-e-co-3",
  ]);
});
