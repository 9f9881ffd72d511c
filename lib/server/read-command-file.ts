import "server-only";
import { readFile } from "node:fs/promises";
import path from "node:path";

/** Where the build puts it: see lib/cli/bundle-commands.mjs. */
const FILE = ".next/commands/latchkey.mjs";

/** The `latchkey` command in one file; undefined where nothing was built, as in development. */
export async function readCommandFile(): Promise<string | undefined> {
  try {
    return await readFile(path.join(/* turbopackIgnore: true */ process.cwd(), FILE), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
