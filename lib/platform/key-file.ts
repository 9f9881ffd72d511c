import "server-only";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { log } from "./log";
import { once } from "./process-state.mjs";

/** What a key file says to whoever opens it. Lines that begin with # are no keys. */
const HEADER =
  "# Keys of Latchkey. Back this file up, apart from the database: what they seal opens with nothing else.";

function sync(target: string): void {
  const descriptor = openSync(target, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a whole, synced file beside `file` and puts it in place in one step: a crash leaves the old one or the new. */
function place(file: string, text: string, replace: boolean): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  // Random: several containers on one volume are all the process 1.
  const unfinished = `${file}.${randomBytes(6).toString("hex")}.unfinished`;
  const descriptor = openSync(unfinished, "wx", 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  try {
    if (replace) renameSync(unfinished, file);
    // A link never overwrites: a key that another process made in this moment stays.
    else linkSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  if (process.platform !== "win32") sync(path.dirname(file));
}

/** Replaces a file of keys, one a line, mode 0600. */
export function writeKeyFile(file: string, keys: readonly string[]): void {
  place(file, `${[HEADER, ...keys].join("\n")}\n`, true);
}

/** Makes a file of keys. Throws EEXIST where there is one, and leaves that one as it is. */
export function createKeyFile(file: string, keys: readonly string[]): void {
  place(file, `${[HEADER, ...keys].join("\n")}\n`, false);
}

/** The keys in a text: separated by blanks, commas or lines; lines that begin with # are comments. */
export function keysIn(text: string): string[] {
  return text
    .replaceAll(/^\s*#.*$/gm, "")
    .split(/[\s,]+/)
    .filter(Boolean);
}

const warned = once("files warned of", () => new Set<string>());

/** The keys of a file; undefined where there is no such file. Throws what the file system says otherwise. */
export function readKeyFile(file: string): string[] | undefined {
  try {
    const text = readFileSync(/* turbopackIgnore: true */ file, "utf8");
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0 && !warned.has(file)) {
      warned.add(file);
      log.warn({ file }, "this key file can be read by other users: set its mode to 0600");
    }
    return keysIn(text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** When a file was written last, and which one it is; "" where it is not there. */
export function fileVersion(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : "";
}

/**
 * What is made of a key: made anew when its file is another one, so that a key that is put back counts without a start.
 * A file that is gone changes nothing: what is in memory still works, and nothing may be made in its place.
 * @param name of what is made, in this process
 * @param fileOf undefined where the key is no file
 */
export function followingFile<T>(name: string, fileOf: () => string | undefined, make: () => T): () => T {
  const store = once(name, (): { held?: { value: T; version: string } } => ({}));
  return () => {
    const { held } = store;
    const file = fileOf();
    const version = file === undefined ? "" : fileVersion(file);
    if (held && (version === "" || version === held.version)) return held.value;
    // The version from before: a file that was made just now is read once more.
    store.held = { value: make(), version };
    return store.held.value;
  };
}
