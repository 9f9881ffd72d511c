import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { NotedEvent } from "@/lib/audit/check-chain";
import { listTrails } from "@/lib/audit/trail-repository";
import { verifyTrail } from "@/lib/audit/verify-trail";
import { jobOf } from "@/lib/auth/job-of";
import { env } from "@/lib/platform/env";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { shutDown } from "@/lib/platform/process-state.mjs";
import { StartupError } from "@/lib/platform/startup-error";

const USAGE = `npm run audit -- verify [--workspace <id>] [--noted <number>:<hash>]

Verifies the audit trail of every workspace, or of one. With --noted it also proves that the event with this number
still has the hash that an earlier verification or export named: needs --workspace.
Ends with 0 where every trail holds, 1 where one does not, 2 where that could not be found out.
`;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** A sentence for the operator; the message of any other error may repeat what it was given. */
class Unusable extends Error {
  static readonly kind: string = "Unusable";
}

function readNoted(text: string | undefined, workspace: string | undefined): NotedEvent | undefined {
  if (text === undefined) return undefined;
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash || !workspace) throw new Unusable(USAGE);
  return { seq: Number(seq), hash };
}

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { workspace: { type: "string" }, noted: { type: "string" } },
    });
    if (positionals.join() !== "verify") throw new Unusable(USAGE);
    return { workspace: values.workspace, noted: readNoted(values.noted, values.workspace) };
  } catch {
    throw new Unusable(USAGE);
  }
}

/** Verifies and says what came of it. Resolves to whether every trail holds. */
async function verify(): Promise<boolean> {
  const { workspace, noted } = readArguments();
  const { DATABASE_URL, DATA_DIR } = env();
  if (!DATABASE_URL && !existsSync(path.join(DATA_DIR, "database"))) {
    throw new Unusable(`There is no database under ${DATA_DIR}. Set DATA_DIR or DATABASE_URL as the server has it.`);
  }
  const trails = (await listTrails()).filter(({ id }) => workspace === undefined || id === workspace);
  if (workspace !== undefined && trails.length === 0) throw new Unusable("There is no workspace with this id.");
  let allHold = true;
  for (const { id: workspaceId, name } of trails) {
    const verdict = await verifyTrail(jobOf("cli", workspaceId), noted);
    // A name that was written past Latchkey must not write to the terminal as a program does.
    say(`${name.replaceAll(/\p{C}/gu, "")} (${workspaceId}): ${verdict.title} ${verdict.message}`);
    if (verdict.intact && verdict.events > 0) say(`  To note elsewhere: ${verdict.events}:${verdict.hash}`);
    allHold &&= verdict.intact;
  }
  if (trails.length === 0) say("There is no workspace yet.");
  return allHold;
}

log.level = "silent";
try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  const told = isOwn(error, Unusable) || isOwn(error, StartupError);
  process.stderr.write(`${told ? error.message : `The trail could not be verified (${describeError(error).name}).`}\n`);
  process.exitCode = 2;
} finally {
  // Only of a database that was opened: it gives back the data folder's lock.
  await shutDown();
}
