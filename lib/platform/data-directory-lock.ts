import "server-only";
import {
  closeSync,
  openSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from "node:fs";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { StartupError } from "./startup-error";

/** Another process works on this folder. */
export class DataFolderInUse extends StartupError {
  static override readonly kind: string = "DataFolderInUse";
}

/** Who holds a lock. `startedAt` tells a process from a later one that was given the same pid. */
const ownerSchema = z.object({ pid: z.number().int(), startedAt: z.string(), realm: z.string() });
type Owner = z.infer<typeof ownerSchema>;

/** The holder renews its lock; one whose holder cannot be looked at (another container) is stale after this. */
const RENEW_MS = 3_000;
const STALE_MS = 15_000;

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The start of a live process in clock ticks since the machine's boot; "" where unknown, undefined if it is gone. */
function processStart(pid: number): string | undefined {
  const stat = readText(`/proc/${pid}/stat`);
  if (stat !== undefined) {
    // The second field is the program's name in brackets and may hold blanks and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
  }
  try {
    process.kill(pid, 0);
    return "";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? "" : undefined;
  }
}

/** Pids mean something only within one boot of one machine, and within one container's namespace. */
function currentRealm(): string {
  const boot = readText("/proc/sys/kernel/random/boot_id")?.trim();
  if (boot === undefined) return hostname();
  try {
    return `${boot}/${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return boot;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    return undefined; // its writer died, or is, between creating the file and filling it
  }
}

type State = { kind: "free" } | { kind: "held"; owner: Owner } | { kind: "unknown" } | { kind: "stale"; text: string };

function inspect(file: string, realm: string): State {
  const text = readText(file);
  if (text === undefined) return { kind: "free" };
  const owner = parseOwner(text);
  if (owner?.realm === realm) {
    return processStart(owner.pid) === owner.startedAt ? { kind: "held", owner } : { kind: "stale", text };
  }
  const modified = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (modified === undefined) return { kind: "free" };
  return Date.now() - modified > STALE_MS ? { kind: "stale", text } : { kind: "unknown" };
}

/** Removes exactly the stale lock that was looked at, even if another process takes it over at the same moment. */
function removeStale(file: string, text: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another process was faster
  }
  if (readText(aside) === text) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function create(file: string, text: string): boolean {
  try {
    const descriptor = openSync(file, "wx", 0o600);
    writeSync(descriptor, text);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function hold(file: string, text: string): { release(): void } {
  const renewal = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      // The folder is gone or unwritable: the database will say so itself.
    }
  }, RENEW_MS).unref();
  const release = () => {
    clearInterval(renewal);
    process.off("exit", release);
    if (readText(file) === text) rmSync(file, { force: true });
  };
  process.on("exit", release);
  return { release };
}

/**
 * Takes the lock `file` that guards `folder`, or throws {@link DataFolderInUse}, which names the process which holds it.
 * PGlite takes no lock of its own, and two processes on one folder destroy the database without a word. A lock whose
 * holder was killed is taken over.
 */
export async function lockDataDirectory(file: string, folder: string): Promise<{ release(): void }> {
  const realm = currentRealm();
  const text = JSON.stringify({ pid: process.pid, startedAt: processStart(process.pid) ?? "", realm } satisfies Owner);
  const deadline = Date.now() + STALE_MS + RENEW_MS;
  for (;;) {
    if (create(file, text)) return hold(file, text);
    const state = inspect(file, realm);
    if (state.kind === "stale") removeStale(file, state.text);
    if (state.kind === "held") {
      const who = state.owner.pid === process.pid ? "this process already" : `process ${state.owner.pid}`;
      throw new DataFolderInUse(
        `The data folder ${folder} is in use by ${who}. Stop that process first, or set DATA_DIR to another folder.`,
      );
    }
    if (state.kind === "unknown") {
      if (Date.now() > deadline) {
        throw new DataFolderInUse(
          `The data folder ${folder} is in use by a process of another container or machine (lock: ${file}). Stop that one first, or set DATA_DIR to another folder.`,
        );
      }
      await sleep(500);
    }
  }
}
