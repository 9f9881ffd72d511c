import type { Definition } from "./definition-dto";

/** A connector of one's own that says all that one can say, and one that says the least. */
export const ACME: Definition = {
  name: "Acme orders",
  summary: "Orders from our shop.",
  host: "api.acme.com",
  fields: [
    { id: "apiKey", label: "API Key", help: "", secret: true },
    { id: "shop", label: "Shop", help: "As in the address of the shop.", secret: false, optional: true },
  ],
  placements: [
    { in: "header", name: "Authorization", parts: ["Bearer ", { field: "apiKey" }] },
    { in: "query", name: "shop", parts: [{ field: "shop" }] },
    { in: "header", name: "X-Version", parts: ["2026-01"] },
  ],
  proof: {
    method: "GET",
    path: "/v1/me?fields=id",
    expect: { kind: "object", at: ["data"] },
    holds: [{ at: ["data", "active"], is: true }],
    refused: { statuses: [400], where: [{ at: ["error"], in: ["no_such_key"] }] },
    forbidden: { mayNotRead: "the account" },
    identity: { of: "tenant", id: ["data", "id"], name: ["data", "name"] },
  },
  guide: { steps: ["Ask in #shop for a key."], roles: "Everyone in the shop's team.", warnings: [] },
  limits: { seconds: 2, day: 5000 },
  endpoints: [
    {
      id: "orders",
      name: "Orders",
      summary: "",
      path: "/v1/orders",
      parameters: [{ id: "since", label: "Since", help: "", kind: "datetime" }],
      reading: {
        records: ["data"],
        key: "id",
        personalFields: ["!id"],
        paging: { kind: "link", at: { body: "next" } },
      },
    },
  ],
};

export const LEAST: Definition = {
  name: "Plain",
  summary: "",
  host: "api.acme.com",
  fields: [{ id: "key", label: "Key", help: "", secret: true }],
  placements: [{ in: "basic", username: [{ field: "key" }], password: [] }],
  proof: { method: "GET", path: "/", expect: { kind: "array", at: ["users"] }, forbidden: "unclear" },
  guide: { steps: [], roles: "", warnings: [] },
  limits: { seconds: 1, day: 10_000 },
  endpoints: [],
};
