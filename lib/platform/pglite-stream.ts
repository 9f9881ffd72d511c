import "server-only";
import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";

const QUERY = 0x51; // Q
/** What a real server does for a new client by itself: none begins with what another one left. */
const RESET = ["ROLLBACK", "DISCARD ALL"].map((text) => {
  const message = Buffer.alloc(text.length + 6);
  message[0] = QUERY;
  message.writeInt32BE(text.length + 5, 1);
  message.write(text, 5);
  return message;
});
const SYNC = 0x53; // S
const FLUSH = 0x48; // H
const TERMINATE = 0x58; // X

/**
 * An in-process "socket" for node-postgres whose other end is PGlite, so that the embedded database and a PostgreSQL
 * server share one adapter, one set of error codes and the same isolation levels.
 *
 * Use it with a pool of exactly one client: PGlite has one session, and the pool's queue puts everything in order.
 * `onCrash` is told when the engine itself failed, after which that PGlite answers nothing any more.
 */
export class PGliteStream extends Duplex {
  private buffer: Buffer = Buffer.alloc(0);
  private pending: Buffer[] = [];
  private started = false;

  constructor(
    private readonly engine: PGlite,
    private readonly onCrash: (error: unknown) => void = () => {},
  ) {
    super();
  }

  /** What node-postgres calls on a network socket. */
  connect(): this {
    queueMicrotask(() => this.emit("connect"));
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.buffer = this.buffer.length > 0 ? Buffer.concat([this.buffer, chunk]) : chunk;
    this.drain().then(() => done(), done);
  }

  /** Splits the bytes into protocol messages and runs a batch at each Query, Sync or Flush. */
  private async drain(): Promise<void> {
    for (let message = this.nextMessage(); message; message = this.nextMessage()) {
      if (!this.started) {
        this.started = true;
        for (const reset of RESET) await this.run(reset, () => {});
        await this.run(message);
        continue;
      }
      const type = message[0];
      if (type === TERMINATE) {
        this.push(null);
        return;
      }
      this.pending.push(message);
      if (type === QUERY || type === SYNC || type === FLUSH) {
        const batch = Buffer.concat(this.pending);
        this.pending = [];
        await this.run(batch);
      }
    }
  }

  private nextMessage(): Buffer | undefined {
    const head = this.started ? 1 : 0; // the start-up message has no type byte
    if (this.buffer.length < head + 4) return undefined;
    const size = head + this.buffer.readInt32BE(head);
    if (this.buffer.length < size) return undefined;
    const message = this.buffer.subarray(0, size);
    this.buffer = this.buffer.subarray(size);
    return message;
  }

  private async run(
    message: Uint8Array,
    onRawData = (data: Uint8Array) => void this.push(Buffer.from(data)),
  ): Promise<void> {
    try {
      await this.engine.runExclusive(() => this.engine.execProtocolRawStream(message, { onRawData }));
    } catch (error) {
      // An SQL error is an ordinary answer of the protocol; what is thrown here is the WebAssembly module giving up.
      this.onCrash(error);
      throw error;
    }
  }
}
