import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { EXCEPTIONS, HOMES } from "./table-homes.mjs";
import { ORDER } from "./zones.mjs";

const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = [...schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) => ({
  name,
  body,
}));
const tables = models.map(({ name }) => name);
const homeOf = new Map(
  Object.entries(HOMES).flatMap(([folder, names]) => names.map((name) => [name, folder] as const)),
);

/** The tables that a field leads to, whichever model has it: `owner` to User. */
const relations = new Map<string, Set<string>>();
/** Columns, by folder: `credential` is one of ProviderCircuit and leads nowhere. */
const columns = new Map<string, Set<string>>();
for (const { name, body } of models)
  for (const [, field = "", type = ""] of body.matchAll(/^ {2}(\w+) +(\w+)/gm)) {
    const [map, key, value] = tables.includes(type)
      ? [relations, field, type]
      : [columns, homeOf.get(name) ?? "", field];
    map.set(key, (map.get(key) ?? new Set()).add(value));
  }

/** Measurements, which fill a database of their own; tests do too. */
const NO_PRODUCT = /\.(test|fixture)\.tsx?$|^lib\/cli\/(fill-list|measure-audit)\.ts$/;
const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .map((name) => `lib/${name}`)
  .filter((file) => /\.tsx?$/.test(file) && !NO_PRODUCT.test(file));

const WRITES = /^(create|update|upsert|delete|connect|disconnect|set)(Many|OrCreate)?(AndReturn)?$/;
const delegates = new Map(tables.map((name) => [`${name.charAt(0).toLowerCase()}${name.slice(1)}`, name]));
const DELEGATE = new RegExp(`\\.(${[...delegates.keys()].join("|")})\\s*\\.(\\w+)\\(`, "g");
const NAMED = new RegExp(`(INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|into:)?\\s*"(${tables.join("|")})"`, "g");
const RELATION = new RegExp(`\\b(${[...relations.keys()].join("|")}): (?:\\{\\s*(\\w+)|true\\b|[a-z]\\w*)`, "g");

const folderOf = (file: string) => file.split("/")[1] ?? "";

type Use = { writes: boolean; tables: string[] };

/** The tables that a source uses: by Prisma's delegates, by name in SQL, and in a repository by a relation. */
function usesOf(file: string, source: string): Use[] {
  const text = source.replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  const use = (writes: boolean, names: Iterable<string>) => ({ writes, tables: [...names] });
  return [
    ...[...text.matchAll(DELEGATE)].map(([, delegate = "", method = ""]) =>
      use(WRITES.test(method), [delegates.get(delegate) ?? ""]),
    ),
    ...[...text.matchAll(NAMED)].map(([, before = "", table = ""]) => use(before !== "", [table])),
    ...(file.endsWith("-repository.ts") ? [...text.matchAll(RELATION)] : [])
      .filter(([, field = ""]) => !columns.get(folderOf(file))?.has(field))
      .map(([, field = "", inner = ""]) => use(WRITES.test(inner), relations.get(field) ?? [])),
  ];
}

/** The commands of lib/cli stand above all folders, and own no table. */
const placeOf = (folder: string | undefined) => ORDER.indexOf(folder ?? "");

/** What a file does that the rule forbids. A table of several that a relation may lead to counts where it is allowed. */
function strayUses(file: string, source: string): string[] {
  const folder = folderOf(file);
  const isAllowed = ({ writes, tables: names }: Use) =>
    names.some((name) => (writes ? homeOf.get(name) === folder : placeOf(homeOf.get(name)) >= placeOf(folder)));
  const stray = usesOf(file, source).filter((use) => !isAllowed(use));
  return [...new Set(stray.map(({ writes, tables: names }) => `${writes ? "writes" : "reads"} ${names.join(" or ")}`))];
}

it("every table has one home, which is a folder of the list", () => {
  expect(tables.length).toBeGreaterThan(20);
  expect(Object.values(HOMES).flat().toSorted()).toEqual(tables.toSorted());
  expect(Object.keys(HOMES).filter((folder) => placeOf(folder) < 0)).toEqual([]);
});

it("a folder writes its own tables alone, and reads those and the ones of folders below it", () => {
  const stray = files.flatMap((file) => strayUses(file, readFileSync(file, "utf8")).map((use) => `${file} ${use}`));
  expect(stray.toSorted()).toEqual(EXCEPTIONS.map(({ file, use }) => `${file} ${use}`).toSorted());
});

it("the rule sees a table in whatever way it is named", () => {
  const seen: [string, string, string[]][] = [
    ["settings", "await tx.credential\n  .findMany({})", ["reads Credential"]],
    ["settings", '`SELECT 1 FROM "Credential" c FOR UPDATE`', ["reads Credential"]],
    ["credentials", "select: { dataSources: { select: { id: true } } }", ["reads DataSource"]],
    ["credentials", "_count: { select: { dataSources: true } }", ["reads DataSource"]],
    ["credentials", "where: { members: { some: {} } }, ...auditEvent.findMany()", []],
    ["data-sources", "tx.credential.updateMany({})", ["writes Credential"]],
    ["data-sources", '`UPDATE "Credential" SET`; `DELETE FROM "Credential"`', ["writes Credential"]],
    ["data-sources", '{ into: "AuditEvent", row }', ["writes AuditEvent"]],
    ["data-sources", "credential: { select: { name: true } }, credential: { update: {} }", ["writes Credential"]],
    ["credentials", '// "DataSource" in a remark', []],
    ["credentials", "tx.credential.create({}); tx.user.findMany({})", []],
  ];
  for (const [folder, source, uses] of seen)
    expect(strayUses(`lib/${folder}/some-repository.ts`, source), source).toEqual(uses);
  expect(strayUses("lib/cli/some.ts", "client.user.count(); client.user.delete({})")).toEqual(["writes User"]);
});

it("no statement takes a table's name from elsewhere", () => {
  const dynamic = files.filter((file) =>
    /(?<!DISTINCT |epoch )\b(UPDATE|FROM|INTO|JOIN|TABLE|TRUNCATE) \$\{/.test(readFileSync(file, "utf8")),
  );
  expect(dynamic.toSorted()).toEqual([
    "lib/backup/dump-repository.ts",
    "lib/backup/load-repository.ts",
    "lib/platform/fill-look-keys-repository.ts",
    "lib/platform/insert-together.ts",
  ]);
  const unsafe = files.filter((file) => /\$(queryRaw|executeRaw)Unsafe\(/.test(readFileSync(file, "utf8")));
  expect(unsafe).toEqual([]);
});
