// The operator's commands as plain JavaScript, made by the build: production needs no tool that reads TypeScript.
import { build } from "esbuild";

/** By the name of `npm run <name>`; whatever is not here is the first one's. */
export const COMMANDS = ["operator", "audit", "reset-password", "make-database-template"];

/** @param {string} root */
export async function bundleCommands(root) {
  await build({
    absWorkingDir: root,
    entryPoints: COMMANDS.map((name) => `lib/cli/${name}.ts`),
    outdir: ".next/commands",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // What is installed stays where it is. `server-only` throws on purpose outside of Next's own bundles.
    packages: "external",
    alias: { "@": ".", "server-only": "./node_modules/server-only/empty.js" },
    logLevel: "warning",
  });
}
