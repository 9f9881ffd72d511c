// Builds what is missing or out of date: the Prisma client, the app, and a template of the embedded database.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const stamp = path.join(root, ".next", "latchkey-build.json");
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema.prisma",
  "prisma/migrations",
  "instrumentation.ts",
  "proxy.ts",
];
const SETTINGS = ["package-lock.json", "next.config.js", "tailwind.config.ts", "postcss.config.mjs", "tsconfig.json"];

/** @param {string} entry @returns {string[]} */
function filesOf(entry) {
  const full = path.join(root, entry);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [entry];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)));
}

function sourceHash() {
  const hash = createHash("sha256").update(process.version);
  // Built in: with another one the ids of all actions are others.
  hash.update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "").update("\0");
  for (const file of [...SOURCES, ...SETTINGS].flatMap(filesOf)) {
    if (/\.test\.tsx?$/.test(file)) continue;
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** @param {string} title @param {string} command @param {string[]} args */
function run(title, command, args) {
  process.stdout.write(`${title} …\n`);
  const env = { ...process.env, NODE_ENV: /** @type {const} */ ("production"), NEXT_TELEMETRY_DISABLED: "1" };
  const result = spawnSync(process.execPath, [path.join(root, "node_modules", command), ...args], { cwd: root, env });
  if (result.status === 0) return;
  process.stderr.write(Buffer.concat([result.stdout ?? Buffer.alloc(0), result.stderr ?? Buffer.alloc(0)]));
  throw new Error(`${title} failed`);
}

/** Compresses the scripts and style sheets once and well, instead of a little at each request. */
function compressStatic() {
  const folder = path.join(root, ".next", "static");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (/\.(js|css)$/.test(name)) {
      const file = path.join(folder, name);
      writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
    }
  }
}

/** Builds unless the last build was made from the same sources. Throws where a step fails. */
export function build() {
  const hash = sourceHash();
  if (existsSync(stamp) && JSON.parse(readFileSync(stamp, "utf8")).hash === hash) return;
  const started = Date.now();
  run("Generating the database client", "prisma/build/index.js", ["generate"]);
  run("Building the app", "next/dist/bin/next", ["build"]);
  run("Preparing the embedded database", "tsx/dist/cli.mjs", [
    "--conditions=react-server",
    "lib/cli/make-database-template.ts",
  ]);
  compressStatic();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ hash }));
  process.stdout.write(`Built in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    build();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
