import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { DatabaseConnector } from "@/lib/connectors/database-connector";
import { connectors, databases } from "@/lib/connectors/registry";
import { credentialValues } from "@/lib/credentials/credential-schema";
import { databaseWords } from "./database-words";
import { outcomeTable } from "./outcome-words";

// The levels of connector.conformance.test.ts for databases. What a server answers, and what goes wrong on the way, is in
// postgres/ask-postgres.test.ts, against a server that speaks the protocol.

const good: CredentialValues = {
  host: "db.example.com",
  port: "5433",
  database: "mark1er",
  user: "mark2er",
  password: "mark3er",
};

const PLAIN = ["host", "port", "database", "user"] as const;

it("level 1: every file of a database is registered, and no two connectors share an id, a name or a mark", () => {
  const folder = new URL("../connectors/catalogue/", import.meta.url);
  const files = readdirSync(folder).filter((name) =>
    /defineDatabase\(\{/.test(readFileSync(new URL(name, folder), "utf8")),
  );
  expect(files.map((name) => name.replace(/\.ts$/, "")).sort()).toEqual(databases.map(({ id }) => id).sort());
  const all = [...connectors, ...databases];
  for (const of of [
    all.map(({ id }) => id),
    all.map(({ name }) => name.toLowerCase()),
    all.map(({ mark }) => mark.path),
  ])
    expect(new Set(of).size).toBe(of.length);
});

it.each(databases)("level 1, $id: its data says all that it has to", ({ authentication, ...connector }) => {
  const { fields, login, guide, refusal, noun } = authentication;
  const field = (id: string) => fields.find((one) => one.id === id);
  expect(fields.map(({ id }) => id).toSorted()).toEqual(
    [...PLAIN, "password"].map((part) => login[part as "host"]).toSorted(),
  );
  expect(fields.filter(({ secret }) => secret).map(({ id }) => id)).toEqual([login.password]);
  // Whatever decides where the password goes is bound into its seal: no part of it may be a secret of its own.
  for (const part of PLAIN) expect(field(login[part])?.secret).toBe(false);
  expect(fields.filter(({ optional }) => optional).map(({ id }) => id)).toEqual([login.port]);
  for (const one of fields)
    if (!one.secret && one.kind === "text" && one.format)
      expect(one.format.example).toMatch(new RegExp(`^(?:${one.format.pattern})$`));
  for (const text of [connector.name, connector.summary, connector.category, noun, guide.roles, refusal.nextStep])
    expect(text.trim()).not.toBe("");
  for (const texts of [guide.steps, refusal.causes, login.schemes]) expect(texts.length).toBeGreaterThan(0);
});

it.each(databases)("I4, level 2, $id: hostile values are refused by the form, and none is said again", (connector) => {
  const schema = credentialValues(connector);
  expect(schema.safeParse(good).success).toBe(true);
  const { port: _, ...withoutPort } = good;
  expect(schema.safeParse(withoutPort).success).toBe(true);
  const everywhere = ["a\r\nb", "a\nb", "é", "a b", "a\u0000b", "x".repeat(4096)];
  const hosts = [
    "db.example.com:5432",
    "https://db.example.com",
    "user@db.example.com",
    "db.example.com/shop",
    "[::1]",
  ];
  const ports = ["0", "65536", "5432;", "-1", "05432", "5e3"];
  const cases = [
    ...Object.keys(good).flatMap((id) => everywhere.map((text) => [id, text] as const)),
    ...[...hosts, "-a", ".a", "a.", "/run/socket", "аcme"].map((text) => ["host", text] as const),
    ...ports.map((text) => ["port", text] as const),
  ];
  for (const [id, text] of cases) {
    const result = schema.safeParse({ ...good, [id]: text });
    expect([id, text.slice(0, 20), result.success]).toEqual([id, text.slice(0, 20), false]);
    if (text.length > 3) expect(JSON.stringify(result.error?.issues.map(({ message }) => message))).not.toContain(text);
  }
});

const ofAll = databases.flatMap((connector) =>
  (Object.keys(outcomeTable) as (keyof typeof outcomeTable)[]).map((outcome) => [connector, outcome] as const),
);
it.each(ofAll)("level 3: what is said of each outcome is a sentence, and ends as one (%#)", (connector, outcome) => {
  const say = (one: DatabaseConnector) => databaseWords[outcome](one, { outcome });
  const { message, causes, nextStep } = say(connector);
  for (const text of [message, ...causes, ...(nextStep ? [nextStep] : [])]) expect(text).toMatch(/^[A-Z0-9“].*[.)]$/);
  expect([message, ...causes, nextStep].join(" ")).not.toMatch(/undefined|null|provider|API/);
});
