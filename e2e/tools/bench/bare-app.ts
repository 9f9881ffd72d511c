import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
export const NEXT = path.join(root, "node_modules/next/dist/bin/next");

const FILES = {
  "package.json": '{ "name": "bare", "private": true }\n',
  "next.config.js": `module.exports = { turbopack: { root: ${JSON.stringify(root)} } };\n`,
  "app/layout.js":
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  "app/page.js": "export default function Page() {\n  return <h1>Nothing</h1>;\n}\n",
};

/**
 * The least that an app of the installed Next can be, built: its folder. Inside of this tree, whose packages it finds
 * there; kept until another version is installed.
 */
export function buildBareApp(): string {
  const { version } = JSON.parse(readFileSync(path.join(root, "node_modules/next/package.json"), "utf8"));
  const folder = path.join(root, "test-results", `bare-next-${version}`);
  if (existsSync(path.join(folder, ".next/BUILD_ID"))) return folder;
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const { status, stderr, stdout } = spawnSync(process.execPath, [NEXT, "build"], {
    cwd: folder,
    env,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The bare app was not built: ${stdout}${stderr}`);
  return folder;
}
