// Builds what is missing or out of date: the Prisma client, the app, and a template of the embedded database.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { runBuildStep } from "./build-step.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const stamp = path.join(root, ".next", "latchkey-build.json");
const SOURCES = [
  "app",
  "components",
  "lib",
  "docs",
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

/** Of what a build is made from. Not of Node.js: a tree that was built serves under the next release of it too. */
function sourceHash() {
  const hash = createHash("sha256");
  // Built in: with another one the ids of all actions are others.
  hash.update(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "").update("\0");
  for (const file of [...SOURCES, ...SETTINGS].flatMap(filesOf)) {
    // No test is part of a build, nor what only tests use, nor of docs what is no guide.
    if (/^docs\/(decisions|images)\//.test(file)) continue;
    if (/\.(test|fixture)\.tsx?$|^lib\/vitest\./.test(file)) continue;
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Whether the last build was made from what is here now. */
export function isBuilt() {
  return existsSync(stamp) && JSON.parse(readFileSync(stamp, "utf8")).hash === sourceHash();
}

/** Throws where the tree was installed for production: what builds it is not there then. */
function assertBuildable() {
  const { devDependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const missing = Object.keys(devDependencies).find((name) => !existsSync(path.join(root, "node_modules", name)));
  if (missing === undefined) return;
  throw new Error(
    `Latchkey is not built, or was built from other sources, and what builds it is not installed (${missing}, for one). Build it first: npm ci && npm run build. After that, npm ci --omit=dev is enough to run it.`,
  );
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
export async function build() {
  if (isBuilt()) return;
  assertBuildable();
  const hash = sourceHash();
  const started = Date.now();
  runBuildStep(root, "Generating the database client", "node_modules/prisma/build/index.js", ["generate"]);
  runBuildStep(root, "Building the app", "node_modules/next/dist/bin/next", ["build"], {
    LATCHKEY_BUILD_ID: hash.slice(0, 20),
  });
  // Only now: in production it is not installed.
  const { bundleClient, bundleCommands } = await import("./bundle-commands.mjs");
  await bundleCommands(root);
  await bundleClient(root);
  runBuildStep(root, "Preparing the embedded database", ".next/commands/make-database-template.mjs", []);
  compressStatic();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ hash }));
  process.stdout.write(`Built in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
