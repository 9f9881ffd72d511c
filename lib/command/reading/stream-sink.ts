import { EXIT, Failure } from "../failure";
import { bytesWriter, type Host, write } from "../host";
import type { Encode } from "./file-sink";
import type { Place, Sink } from "./sink";
import { countLines, LineSplitter } from "./split-lines";

/** Standard output: what was written is gone, and only a break between two pages can be bridged. */
export class StreamSink implements Sink {
  records = 0;
  #place: string | undefined;
  #isLineOpen = false;
  readonly #splitter = new LineSplitter();
  readonly #host: Host;
  readonly #writeBytes: (chunk: Uint8Array) => Promise<void>;
  readonly #encode: Encode | undefined;

  constructor(host: Host, encode?: Encode) {
    this.#host = host;
    this.#writeBytes = bytesWriter(host);
    this.#encode = encode;
  }

  place(): Place | undefined {
    return this.#place === undefined ? undefined : { readId: this.#place, records: this.records };
  }

  async begin(readId: string): Promise<boolean> {
    const isFirst = this.#place === undefined;
    if (!(await this.rewind(0))) return false;
    this.#place = readId;
    if (isFirst && this.#encode) await write(this.#host, this.#encode.heading);
    return true;
  }

  rewind(records: number): Promise<boolean> {
    // Half a line is out already, unless whole ones are gathered to be put otherwise.
    if (records !== this.records || (this.#isLineOpen && !this.#encode)) return Promise.resolve(false);
    this.#splitter.forget();
    this.#isLineOpen = false;
    return Promise.resolve(true);
  }

  async take(chunk: Uint8Array): Promise<void> {
    if (chunk.length === 0) return;
    if (this.#encode) {
      const lines = this.#splitter.split(chunk);
      if (lines.length > 0) await write(this.#host, await this.#encode.lines(lines));
      this.#isLineOpen = !this.#splitter.isEmpty;
      this.records += lines.length;
      return;
    }
    await this.#writeBytes(chunk);
    this.#isLineOpen = chunk.at(-1) !== 10;
    this.records += countLines(chunk);
  }

  end(): Promise<void> {
    if (this.#isLineOpen) throw new Failure(EXIT.failed, "The records end in the middle of one.");
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
