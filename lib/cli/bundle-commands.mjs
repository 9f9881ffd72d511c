// The commands as plain JavaScript, made by the build: production needs no tool that reads TypeScript.
import { chmodSync, readFileSync } from "node:fs";
import path from "node:path";
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

/** Where the build has `latchkey`: package.json and app/latchkey.mjs name it too. */
export const CLIENT = ".next/commands/latchkey.mjs";

/** Runs as a module and as a script, whatever the file is called: it neither imports nor requires, but asks Node.js. */
const WRAPPER = {
  banner: "#!/usr/bin/env node\n(require=>{",
  footer: "})(process.getBuiltinModule);",
};

/**
 * The command line of people and programs, in one file with all that it needs: it is copied to machines that have
 * nothing but Node.js. What is imported where it is needed is run only then.
 * @param {string} root @param {string} [outfile]
 */
export async function bundleClient(root, outfile = CLIENT) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["lib/command/main.ts"],
    outfile,
    bundle: true,
    splitting: false,
    format: "cjs",
    platform: "node",
    target: "node20.19",
    define: { LATCHKEY_VERSION: JSON.stringify(version) },
    banner: { js: WRAPPER.banner },
    footer: { js: WRAPPER.footer },
    // Smaller to fetch and to read at each start; names stay, so that an error says where it was.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "eof",
    metafile: true,
    logLevel: "warning",
  });
  chmodSync(path.resolve(root, outfile), 0o755);
  return metafile;
}
