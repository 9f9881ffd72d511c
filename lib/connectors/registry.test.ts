import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { connectors } from "./registry";

const folder = new URL(".", import.meta.url);

describe("connector registry", () => {
  it("holds every connector file of the folder", () => {
    const files = readdirSync(folder).filter(
      (name) => !name.endsWith(".test.ts") && /defineConnector\(\{/.test(readFileSync(new URL(name, folder), "utf8")),
    );
    expect(files.map((name) => name.replace(/\.ts$/, "")).sort()).toEqual(connectors.map(({ id }) => id).sort());
  });

  it("has Clari Copilot first", () => {
    expect(connectors[0]?.id).toBe("clari-copilot");
  });

  it.each(connectors)("$id: a field named like a secret is marked as one", ({ authentication }) => {
    for (const field of authentication.fields) {
      if (/key|secret|token|password/i.test(`${field.id} ${field.label}`)) expect(field.secret, field.id).toBe(true);
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

  it.each(connectors)("$id: its base URL is an https origin and nothing more", ({ baseUrl }) => {
    expect(new URL(baseUrl).origin).toBe(baseUrl);
    expect(baseUrl).toMatch(/^https:/);
  });

  it.each(connectors)("$id: ids are unique and usable in URLs", ({ id, authentication, endpoints }) => {
    const groups = [authentication.fields, endpoints, ...endpoints.map((endpoint) => endpoint.parameters)];
    for (const group of groups) expect(new Set(group.map((item) => item.id)).size).toBe(group.length);
    for (const kebab of [id, ...endpoints.map((endpoint) => endpoint.id)]) expect(kebab).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});
