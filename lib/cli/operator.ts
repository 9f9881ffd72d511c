import path from "node:path";
import { askServer } from "@/lib/operator/ask-server";
import { runCommand } from "@/lib/operator/run-command";
import { DataFolderInUse } from "@/lib/platform/data-directory-lock";
import { database } from "@/lib/platform/database";
import { describeError } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { shutDown } from "@/lib/platform/process-state.mjs";
import { StartupError } from "@/lib/platform/startup-error";

// `npm run keys`, `backup` and `restore`. On PostgreSQL this process does the work itself. The embedded database belongs
// to one process: where the server runs, it does the work and this one shows what it says.
const say = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const [area = "", ...words] = process.argv.slice(2);
  // The server may stand in another folder.
  const isAboutFiles = area === "backup" || area === "restore";
  const all = words.map((word) => (isAboutFiles && !word.startsWith("--") ? path.resolve(word) : word));
  try {
    await database();
  } catch (error) {
    if (!isOwn(error, DataFolderInUse)) throw error;
    return askServer([area, ...all], say);
  }
  try {
    return await runCommand([area, ...all], say);
  } finally {
    await shutDown();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const isForOperator = isOwn(error, StartupError);
    process.stderr.write(`${isForOperator ? error.message : `It failed: ${JSON.stringify(describeError(error))}`}\n`);
    process.exit(1);
  },
);
