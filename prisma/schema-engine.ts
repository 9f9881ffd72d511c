#!/usr/bin/env -S node --conditions=react-server --import tsx
/**
 * Offline stand-in for Prisma's native `schema-engine` binary (which the CLI would download).
 *
 * The Prisma CLI starts the schema engine as a child process and talks JSON-RPC to it, one JSON
 * object per line over stdin/stdout. This script answers with Prisma's own WebAssembly build of the
 * same engine. The database is reached through @prisma/adapter-pg: a real PostgreSQL where DATABASE_URL is set, else
 * (and for the shadow database always) a PGlite in memory. It never opens the data folder of an installation.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { PGlite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { PGliteStream } from "../lib/platform/pglite-stream";

const argv = process.argv.slice(2);
const option = (name: string) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
if (argv.includes("--version")) {
  console.log("schema-engine-wasm (offline stand-in)");
  process.exit(0);
}
const url: string = JSON.parse(option("--datasource") ?? "{}").url ?? "";
const datamodels = argv.flatMap((a, i) => (a === "--datamodels" ? [argv[i + 1]!] : []));
const embeddedOnly = !process.env.DATABASE_URL;

function log(level: "INFO" | "ERROR", message: string, extra: object = {}) {
  const entry = {
    level,
    target: "schema_engine::logger",
    timestamp: new Date().toISOString(),
    fields: { message, ...extra },
  };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** What @prisma/adapter-pg lacks for a schema engine. */
function complete(adapter: any, close?: () => Promise<void>) {
  const CHAR = 18; // the catalogs' internal "char" type, which the adapter refuses
  const TEXT = 25;
  const CHARACTER = 6; // ColumnTypeEnum.Character
  const { performIO, queryRaw, dispose } = adapter;
  adapter.performIO = async (q: any) => {
    const result = await performIO.call(adapter, q);
    q.chars = result.fields.flatMap((f: any, i: number) => (f.dataTypeID === CHAR ? [i] : []));
    for (const i of q.chars) result.fields[i].dataTypeID = TEXT;
    return result;
  };
  adapter.queryRaw = async (q: any) => {
    const query = { ...q };
    const result = await queryRaw.call(adapter, query);
    for (const i of query.chars) result.columnTypes[i] = CHARACTER;
    return result;
  };
  // The adapter splits a script at every ";", even within $$ … $$. Sent whole, it is one implicit transaction.
  adapter.executeScript = (sql: string) =>
    adapter
      .underlyingDriver()
      .query(sql)
      .then(
        () => {},
        (e: unknown) => adapter.onError(e),
      );
  adapter.dispose = async () => {
    await dispose.call(adapter);
    await close?.();
  };
  return adapter;
}

async function embedded() {
  const lite = await PGlite.create({});
  const pool = new pg.Pool({
    user: "postgres",
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new PGliteStream(lite) as never,
  });
  return complete(await new PrismaPg(pool, { disposeExternalPool: true }).connect(), () => lite.close());
}

const factory = (live: boolean) => ({
  provider: "postgres" as const,
  adapterName: "@prisma/adapter-pg" as const,
  connect: async () => {
    if (!live || embeddedOnly) return embedded();
    return complete(await new PrismaPg({ connectionString: url, max: 1 }).connect());
  },
  connectToShadowDb: () => embedded(),
});

const require = createRequire(import.meta.url);
const wasm = readFileSync(
  require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "schema_engine_bg.wasm"),
);
const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bg as any });
(bg as any).__wbg_set_wasm(instance.exports);
(instance.exports as any).__wbindgen_start();

let panic: string | undefined;
(globalThis as any).PRISMA_WASM_PANIC_REGISTRY = { set_message: (m: string) => (panic = m) };

/** The engine connects as soon as it is made, so what needs no live database gets its own engine, on an empty PGlite. */
const engines: Record<string, Promise<any>> = {};
const engine = (live: boolean) =>
  (engines[String(live)] ??= (bg as any).SchemaEngine.new(
    { datamodels: datamodels.length ? datamodels.map((p) => [p, readFileSync(p, "utf8")]) : undefined },
    (line: string) => process.env.DEBUG && process.stderr.write(`${line}\n`),
    bindMigrationAwareSqlAdapterFactory(factory(live) as any),
  ));
const isLive = ({ method, params }: any) =>
  method !== "diff" || [params.from, params.to].some((t: any) => t.tag === "url" || t.tag === "schemaDatasource");

function toError(e: any) {
  const message: string = panic ?? String(e?.message ?? e);
  return { code: 4466, message, data: { is_panic: Boolean(panic), message, meta: e?.meta, error_code: e?.code } };
}

if (argv.includes("cli")) {
  const command = argv[argv.indexOf("cli") + 1];
  try {
    if (command !== "can-connect-to-database")
      throw new Error(`${command} is not supported offline: create the database first`);
    await (await engine(true)).ensureConnectionValidity({ datasource: { tag: "ConnectionString", url } });
    log("INFO", "Connection successful");
    process.exit(0);
  } catch (e) {
    const { message, data } = toError(e);
    log("ERROR", message, { error_code: data.error_code ?? "P1001" });
    process.exit(1);
  }
}

const send = (o: object) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...o })}\n`);
const renamed: Record<string, string> = { getDatabaseVersion: "version" };
let queue: Promise<void> = Promise.resolve();
let printId = 1_000_000;
const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
lines.on("line", (line) => {
  const request = JSON.parse(line);
  if (!request.method) return; // the CLI's answer to "print"
  queue = queue.then(async () => {
    try {
      const e = await engine(isLive(request));
      const run = () => e[renamed[request.method] ?? request.method](request.params);
      const result = await run().catch(async (error: unknown) => {
        // Only some methods of the WebAssembly engine can open a shadow database; the others use what those
        // remembered for the same list of migrations. So let it remember, and try again.
        const { migrationsList, filters } = request.params ?? {};
        if (!migrationsList || !/external factory/.test(String(error))) throw error;
        await e.devDiagnostic({ migrationsList, filters });
        return run();
      });
      if (request.method === "diff" && result?.stdout != null) {
        send({ id: printId++, method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
      }
      send({ id: request.id, result: result ?? {} });
    } catch (e) {
      send({ id: request.id, error: toError(e) });
    }
  });
});
lines.on("close", () => void queue.finally(() => process.exit(0)));
