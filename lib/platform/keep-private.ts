import "server-only";
import { chmodSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { log } from "./log";

const OTHERS = 0o077;

/** What is not there, or cannot be looked at, is open to nobody: whoever needs it says so. */
function isOpen(entry: string): boolean {
  try {
    return (statSync(entry).mode & OTHERS) !== 0;
  } catch {
    return false;
  }
}

/** The files below a folder, as far as this user may look into it: what they may not, others of the same rights may not. */
function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const file = path.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(file) : entry.isFile() ? [file] : [];
    });
  } catch {
    // Gone by now, or another user's: whoever needs it says so.
    return [];
  }
}

/** Takes the rights of others away where this user may. */
function close(entry: string, mode: number): void {
  try {
    if (isOpen(entry)) chmodSync(entry, mode);
  } catch {
    // Another user's: whoever asks looks at what it is now.
  }
}

/**
 * Closes a folder to other users of the machine, whatever it was made with: what is in it is out of their reach then.
 * Where this user may not (the folder of a volume, say), the files in it are closed one by one, and what stays open is
 * said. A folder that is not there is none.
 */
export function keepPrivate(folder: string): void {
  if (process.platform === "win32") return;
  close(folder, 0o700);
  if (!isOpen(folder)) return;
  const files = filesBelow(folder);
  for (const file of files) close(file, 0o600);
  const open = files.filter(isOpen).length;
  log.warn({ folder, open }, "other users of this machine can look into this folder: set its mode to 0700");
}
