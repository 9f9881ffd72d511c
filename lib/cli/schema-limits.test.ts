import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import type * as z from "zod/mini";
import type { Connector } from "@/lib/connectors/connector";
import { connectors } from "@/lib/connectors/registry";
import {
  createCredentialInput,
  credentialForm,
  credentialValues,
  replaceInput,
} from "@/lib/credentials/credential-schema";
import {
  createDataSourceInput,
  dataSourceForm,
  endpointParameters,
  previewInput,
  updateDataSourceInput,
} from "@/lib/data-sources/data-source-schema";

// A schema that takes text of any length is found here by being there.

const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** Looked at by hand: nothing of a text is kept or asked, or its length is looked at by a function of its own. */
const BY_HAND = [
  /^passkey\.(passkeyForm\.response|passkeyAnswer)\.clientExtensionResults$/,
  /^data-source form of [\w-]+ [\w-]+\.(parameters\.)?\w+$/,
];

type Node = z.core.$ZodType;
type Definition = { type: string; checks?: { _zod: { def: { check: string; abort?: boolean } } }[] } & Record<
  string,
  unknown
>;

/** The places of a schema where a text is taken before its length was looked at. */
function unlimited(schema: Node, path: string): string[] {
  const def = schema._zod.def as unknown as Definition;
  const inner = (key: string, at = path) => unlimited(def[key] as Node, at);
  switch (def.type) {
    case "string": {
      const [first] = def.checks ?? [];
      return first?._zod.def.check === "max_length" && first._zod.def.abort ? [] : [path];
    }
    case "object":
      return Object.entries(def.shape as Record<string, Node>).flatMap(([name, part]) =>
        unlimited(part, `${path}.${name}`),
      );
    case "array":
      return inner("element", `${path}[]`);
    case "union":
      return (def.options as Node[]).flatMap((option) => unlimited(option, path));
    // What comes out of a transformation was let in by what stands before it.
    case "pipe":
      return inner("in");
    case "optional":
    case "nullable":
    case "default":
      return inner("innerType");
    case "number":
    case "boolean":
    case "enum":
    case "literal":
      return [];
    default:
      return [path];
  }
}

const isSchema = (value: unknown): value is Node => typeof value === "object" && value !== null && "_zod" in value;

/** The schemas that are made for a connector. */
function made(connector: Connector): [string, Node][] {
  return [
    [`credential form of ${connector.id}`, credentialForm(connector)],
    [`credential values of ${connector.id}`, credentialValues(connector)],
    [`new credential of ${connector.id}`, createCredentialInput(connector)],
    [`new values of ${connector.id}`, replaceInput(connector)],
    ...connector.endpoints.flatMap((endpoint): [string, Node][] => [
      [`data-source form of ${connector.id} ${endpoint.id}`, dataSourceForm(endpoint)],
      [`data-source form of ${connector.id} ${endpoint.id}`, endpointParameters(endpoint)],
      [`data-source form of ${connector.id} ${endpoint.id}`, createDataSourceInput(endpoint)],
      [`data-source form of ${connector.id} ${endpoint.id}`, previewInput(endpoint)],
      [`data-source form of ${connector.id} ${endpoint.id}`, updateDataSourceInput(endpoint)],
    ]),
  ];
}

it("N8: no schema takes a text before it looked at its length", async () => {
  const found = connectors.flatMap(made);
  const makers: string[] = [];
  const modules = files.filter((name) => name.endsWith("-schema.ts") || name.endsWith("moment-page.ts"));
  expect(modules.length).toBeGreaterThan(10);
  for (const file of modules) {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ path.resolve("lib", file));
    const prefix = file.replace(/^.*\/|(-schema)?\.ts$/g, "");
    for (const [name, value] of Object.entries(exported)) {
      if (isSchema(value)) found.push([`${prefix}.${name}`, value]);
      // Only a function can make what is not found by being exported.
      else if (typeof value === "function") makers.push(`${prefix}.${name}`);
    }
  }
  expect(found.length).toBeGreaterThan(50);
  const places = found.flatMap(([name, schema]) => unlimited(schema, name));
  expect(places.filter((place) => !BY_HAND.some((known) => known.test(place)))).toEqual([]);
  for (const known of BY_HAND)
    expect(
      places.some((place) => known.test(place)),
      String(known),
    ).toBe(true);
  expect(makers.filter((name) => /Form$|Values$|Parameters$|Input$|Schema$/.test(name)).toSorted()).toEqual([
    "credential.createCredentialInput",
    "credential.credentialForm",
    "credential.credentialValues",
    "credential.replaceInput",
    "data-source.createDataSourceInput",
    "data-source.dataSourceForm",
    "data-source.endpointParameters",
    "data-source.previewInput",
    "data-source.updateDataSourceInput",
    "text.textSchema",
  ]);
});

/** Of what does not come from a person: the environment, our own files, and what another part of the app made. */
const OWN_TEXT =
  /^(backup|operator)\/|^auth\/(sso\/oidc-flow|sign-in\/start-session-plugin)\.ts$|^platform\/(env|data-directory-lock)\.ts$/;

it("N8: texts are taken by *-schema.ts files only, and folded in one place that looks at their length", () => {
  const sources = files
    // The command line takes the texts of whoever runs it, on their own machine.
    .filter((name) => !/\.(test|fixture)\.ts$|^command\//.test(name))
    .map((name) => ({ name, text: readFileSync(`lib/${name}`, "utf8") }));
  const matching = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
  expect(matching(/\.normalize\(/)).toEqual(["platform/text-schema.ts"]);
  // What text-schema.ts counts by; others count what is on the screen already.
  expect(matching(/Intl\.Segmenter/)).toEqual(["platform/graphemes-dto.ts"]);
  const taking = matching(/\bz\s*\.(string|any|unknown|record|map|email|url|iso\.\w+)\(/);
  const others = taking.filter((name) => !name.endsWith("-schema.ts") && !OWN_TEXT.test(name));
  expect(others.filter((name) => !name.startsWith("api/schemas/"))).toEqual([]);
  // Those describe: no request is parsed with them, each use case has its own.
  const parsing = matching(/\bparseInput\(|(?<!\bJSON)\.(?:safeP|p)arse\(/);
  expect(parsing.length).toBeGreaterThan(20);
  expect(parsing.filter((name) => name.startsWith("api/"))).toEqual([]);
});
