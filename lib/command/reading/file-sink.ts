import { type FileHandle, open } from "node:fs/promises";
import { EXIT, Failure } from "../failure";
import type { Json } from "../session/client";
import { findLineEnd } from "./file-end";
import { type Note, readNote, removeNote, writeNote } from "./note";
import type { Place, Sink } from "./sink";
import { countLines, LineSplitter } from "./split-lines";

/** Turns lines of JSON into those of the file. */
export type Encode = { heading: string; lines: (records: readonly string[]) => Promise<string> | string };

/**
 * A file that is continued where it was cut. Beside it lies a note that names the read, from before its first record
 * until it is whole.
 */
export class FileSink implements Sink {
  records = 0;
  readonly #path: string;
  readonly #noted: string;
  readonly #asks: string;
  readonly #encode: Encode | undefined;
  readonly #splitter = new LineSplitter();
  #note: Note | undefined;
  #file: FileHandle | undefined;
  #bytes = 0;
  #isLineOpen = false;

  /** @param noted the file that the note lies beside, where records are gathered in another one */
  private constructor(parts: { path: string; noted: string; asks: string; encode: Encode | undefined }) {
    this.#path = parts.path;
    this.#noted = parts.noted;
    this.#asks = parts.asks;
    this.#encode = parts.encode;
  }

  static async at(path: string, options: { asks: string; encode?: Encode; noted?: string; isAnew?: boolean }) {
    const { asks, encode, noted = path, isAnew = false } = options;
    const sink = new FileSink({ path, noted, asks, encode });
    const note = isAnew ? undefined : await readNote(noted);
    if (note && note.asks !== asks)
      throw new Failure(
        EXIT.inTheWay,
        `${noted} belongs to another read. Continue that one with the command that started it, or add --restart.`,
      );
    if (note?.read === undefined) return sink;
    if (note.heading !== encode?.heading)
      throw new Failure(
        EXIT.inTheWay,
        `The documented fields changed since ${noted} was cut, and its lines stand under the old ones. Say --restart.`,
      );
    await sink.#find(note);
    return sink;
  }

  /** How the read ended, where all its records are there already, of a run that ended before its file was made. */
  get ended(): Json {
    const ended = this.#note?.ended;
    return ended?.records === this.records ? ended : undefined;
  }

  /** The next run makes the file of these records, and does not read. */
  async keepEnded(ended: Json): Promise<void> {
    if (!this.#note) return;
    this.#note = { ...this.#note, ended };
    await writeNote(this.#noted, this.#note);
  }

  place(): Place | undefined {
    const readId = this.#note?.read;
    return readId === undefined ? undefined : { readId, records: this.records };
  }

  /** Lines before the first record. */
  get #heading(): number {
    return this.#encode?.heading ? 1 : 0;
  }

  async #find(note: Note): Promise<void> {
    try {
      this.#file = await open(this.#path, "r+");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
      throw error;
    }
    this.#note = note;
    const { lines, bytes } = await findLineEnd(this.#file, Number.POSITIVE_INFINITY, this.#encode !== undefined);
    this.records = Math.max(lines - this.#heading, 0);
    await this.#cut(bytes);
  }

  async #cut(bytes: number): Promise<void> {
    await this.#file?.truncate(bytes);
    this.#bytes = bytes;
    this.#isLineOpen = false;
    this.#splitter.forget();
  }

  async begin(readId: string): Promise<boolean> {
    this.#file ??= await open(this.#path, "a+").then(async (made) => {
      await made.close();
      return open(this.#path, "r+");
    });
    // Emptied first: a note never stands beside records of another read.
    await this.#cut(0);
    this.records = 0;
    this.#note = { asks: this.#asks, read: readId, ...(this.#encode ? { heading: this.#encode.heading } : {}) };
    await writeNote(this.#noted, this.#note);
    if (this.#encode) await this.#write(Buffer.from(this.#encode.heading));
    return true;
  }

  async rewind(records: number): Promise<boolean> {
    if (!this.#file || records > this.records) return false;
    const wanted = records + this.#heading;
    const { lines, bytes } = await findLineEnd(this.#file, wanted, this.#encode !== undefined);
    if (lines !== wanted) return false;
    await this.#cut(bytes);
    this.records = records;
    return true;
  }

  async #write(chunk: Uint8Array): Promise<void> {
    const file = this.#file;
    if (!file || chunk.length === 0) return;
    if ((await file.stat()).size !== this.#bytes) {
      await removeNote(this.#noted);
      await writeNote(this.#noted, { asks: this.#asks });
      throw new Failure(EXIT.inTheWay, `Something else is writing to ${this.#path}. It's spoiled: start it over.`);
    }
    let written = 0;
    while (written < chunk.length) {
      const { bytesWritten } = await file.write(chunk, written, chunk.length - written, this.#bytes);
      written += bytesWritten;
      this.#bytes += bytesWritten;
    }
  }

  async take(chunk: Uint8Array): Promise<void> {
    if (chunk.length === 0) return;
    if (this.#encode) {
      const lines = this.#splitter.split(chunk);
      if (lines.length > 0) await this.#write(Buffer.from(await this.#encode.lines(lines)));
      this.#isLineOpen = !this.#splitter.isEmpty;
      this.records += lines.length;
      return;
    }
    await this.#write(chunk);
    this.#isLineOpen = chunk.at(-1) !== 10;
    this.records += countLines(chunk);
  }

  async end(): Promise<void> {
    if (this.#isLineOpen) throw new Failure(EXIT.failed, "The records end in the middle of one.");
    await this.#file?.sync();
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }
}
