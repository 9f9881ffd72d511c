import { EXIT, Failure } from "../failure";
import { type Host, write } from "../host";
import type { Place, Sink } from "../reading/sink";
import { LineSplitter } from "../reading/split-lines";
import type { Bookmark, Bookmarks } from "./bookmarks";
import type { Selection } from "./catalog";
import { recordLine } from "./record-line";

/** A STATE comes at least so often: whoever is cut off reads no more than this again. */
const STATE_RECORDS = 10_000;
const STATE_MS = 60_000;

/**
 * Puts records out as messages. What is behind the place that a read goes on from comes again: a target tells records
 * apart by their keys.
 */
export class TapSink implements Sink {
  records: number;
  #readId: string | undefined;
  #stated = 0;
  #statedAt = performance.now();
  readonly #splitter = new LineSplitter();
  readonly #parts: { host: Host; selection: Selection; bookmarks: Bookmarks; since: string | undefined };

  constructor(
    host: Host,
    { selection, bookmarks, before }: { selection: Selection; bookmarks: Bookmarks; before: Bookmark | undefined },
  ) {
    this.#parts = { host, selection, bookmarks, since: before?.since };
    this.#readId = before?.read;
    this.records = before?.read === undefined ? 0 : (before.records ?? 0);
    this.#stated = this.records;
  }

  place(): Place | undefined {
    return this.#readId === undefined ? undefined : { readId: this.#readId, records: this.records };
  }

  begin(readId: string): Promise<boolean> {
    this.#readId = readId;
    this.records = 0;
    this.#stated = 0;
    this.#splitter.forget();
    return Promise.resolve(true);
  }

  rewind(records: number): Promise<boolean> {
    this.records = records;
    this.#stated = records;
    this.#splitter.forget();
    return Promise.resolve(true);
  }

  async take(chunk: Uint8Array): Promise<void> {
    const { host, selection } = this.#parts;
    const lines = this.#splitter.split(chunk);
    if (lines.length === 0) return;
    const extractedAt = new Date().toISOString();
    await write(host, lines.map((line) => recordLine(line, selection, extractedAt)).join(""));
    this.records += lines.length;
    const isDue = this.records - this.#stated >= STATE_RECORDS || performance.now() - this.#statedAt >= STATE_MS;
    if (isDue) await this.state();
  }

  /** Says how far it is: nothing that is not out yet. */
  async state(): Promise<void> {
    const { host, selection, bookmarks, since } = this.#parts;
    const { name, sourceId } = selection.stream;
    const read = this.#readId === undefined ? {} : { read: this.#readId, records: this.records };
    bookmarks.set(name, { source: sourceId, ...(since === undefined ? {} : { since }), ...read });
    this.#stated = this.records;
    this.#statedAt = performance.now();
    await write(host, `${JSON.stringify(bookmarks.message)}\n`);
  }

  end(): Promise<void> {
    if (!this.#splitter.isEmpty) throw new Failure(EXIT.failed, "The records end in the middle of one.");
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
