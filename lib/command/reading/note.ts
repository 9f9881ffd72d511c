import { readFile, rename, rm, writeFile } from "node:fs/promises";
import type { Json } from "../session/client";

/** What is kept beside a file that is not whole: which read it is of, and what was asked for. */
export type Note = {
  /** What was asked for, as text: another one begins anew. */
  asks: string;
  /** Absent until records came. */
  read?: string;
  /** What the lines of a table stand under. */
  heading?: string;
  /** The read as the server has it written down, once all its records are there: the file is to be made of them. */
  ended?: Json;
};

/** While it is there, the file is a part. */
export const noteOf = (file: string) => `${file}.latchkey.json`;

export async function readNote(file: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(noteOf(file), "utf8")) as Note;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || (error as Error).name === "SyntaxError") return undefined;
    throw error;
  }
}

export async function writeNote(file: string, note: Note): Promise<void> {
  const fresh = `${noteOf(file)}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  await rename(fresh, noteOf(file));
}

export const removeNote = (file: string) => rm(noteOf(file), { force: true });
