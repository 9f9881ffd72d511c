import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { cp, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** What no release has, or what this test makes itself. */
const LEFT_OUT = new Set(["node_modules", ".git", "data", "test-results", "coverage"]);

/** Links every file, which costs nothing; a package's own packages stand in the lock file by themselves. */
function linkPackage(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules") linkPackage(source, target);
      continue;
    }
    try {
      linkSync(source, target);
    } catch {
      copyFileSync(source, target);
    }
  }
}

/**
 * Copies this tree and its build, and installs what production needs: by npm itself where a registry is at hand and its
 * packages were fetched a moment ago (`E2E_NPM_CI=1`, as `.ci/run` sets it), else by links.
 */
export async function copyForProduction(to: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (LEFT_OUT.has(name)) continue;
    const filter = (source: string) => path.relative(root, source) !== path.join(".next", "cache");
    await cp(path.join(root, name), path.join(to, name), { recursive: true, filter, verbatimSymlinks: true });
  }
  if (process.env.E2E_NPM_CI === "1") installByNpm(to);
  else linkPackages(to);
}

function installByNpm(tree: string): void {
  const words = ["ci", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"];
  const { status, stderr } = spawnSync("npm", words, { cwd: tree, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ${words.join(" ")} failed: ${stderr}`);
}

/**
 * The packages that `npm ci --omit=dev` would install. Fewer, to be strict: of those that npm installs only because
 * another one could use them, none.
 */
function linkPackages(to: string): void {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: true; devOptional?: true }>;
  };
  for (const [location, { dev, devOptional }] of Object.entries(packages)) {
    const from = path.join(root, location);
    if (location !== "" && !dev && !devOptional && existsSync(from)) linkPackage(from, path.join(to, location));
  }
}
