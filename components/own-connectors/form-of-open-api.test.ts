import { expect, it } from "vitest";
import { openDefinition } from "./open-definition";

const fileOf = (value: unknown) => new File([JSON.stringify(value)], "file.json");
const document = (more: object = {}) => ({
  openapi: "3.1.0",
  info: { title: "Acme\u0000 orders" },
  servers: [{ url: "https://api.acme.com/v2/" }],
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Acme-Key" } },
    schemas: { Order: { type: "object", properties: { id: { type: "string" } } } },
  },
  paths: {
    "/orders": {
      get: {
        summary: "Orders",
        responses: {
          "200": {
            content: {
              "application/json": {
                schema: { properties: { data: { type: "array", items: { $ref: "#/components/schemas/Order" } } } },
              },
            },
          },
        },
      },
    },
    "/elsewhere": {
      get: {
        responses: { "200": { content: { "application/json": { schema: { $ref: "https://evil.example/x.json" } } } } },
      },
    },
  },
  ...more,
});

it("a document fills in what it says, and leaves open what none says", async () => {
  const opened = await openDefinition(fileOf(document()));
  if (!("form" in opened)) throw new Error(opened.problem);
  const { name, host, placements, endpoints, proof } = opened.form;
  expect({ name, host }).toEqual({ name: "Acme orders", host: "api.acme.com" });
  expect(placements).toMatchObject([{ in: "header", name: "X-Acme-Key", one: { before: "", field: "apiKey" } }]);
  expect(endpoints).toMatchObject([{ name: "Orders", path: "/v2/orders", records: "data", key: "id" }]);
  expect(proof).toMatchObject({ path: "", forbidden: "" });
});

it("several servers, or one with a variable, are nobody's to choose from", async () => {
  for (const servers of [
    [{ url: "https://{site}.acme.com" }],
    [{ url: "https://a.acme.com" }, { url: "https://b.acme.com" }],
    [{ url: "http://a.acme.com" }],
  ]) {
    const opened = await openDefinition(fileOf(document({ servers })));
    expect("form" in opened && opened.form.host).toBe("");
  }
});

it("what is no connector is told apart, whatever it is", async () => {
  for (const other of [null, 1, [], {}, { name: "x" }, { openapi: "2" }, { ...document(), openapi: 3 }])
    expect(await openDefinition(fileOf(other))).toHaveProperty("problem");
  expect(await openDefinition(new File(["{"], "x.json"))).toHaveProperty("problem");
  const strange = {
    name: {},
    summary: "",
    host: 1,
    fields: [],
    placements: [],
    proof: { expect: {} },
    guide: { steps: [], warnings: [] },
    limits: {},
    endpoints: [],
  };
  expect(await openDefinition(fileOf(strange))).toHaveProperty("problem");
});
