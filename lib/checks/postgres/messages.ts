import type { Readable } from "node:stream";
import { coded } from "@/lib/platform/verified-socket";

/** More than every answer to what is asked here has together. */
export const MAX_BYTES = 256 * 1024;

/** What comes is longer than all that a server has to say. */
export const TOO_LARGE = "TOO_LARGE";
/** What comes is no message of PostgreSQL's, or not the one that may come now. */
export const NOT_SPOKEN = "NOT_SPOKEN";
/** The server ended before it had said all. */
export const CUT_SHORT = "CUT_SHORT";

/** A refusal of the server's. Of its words only the five characters of its code are taken. */
export type ServerRefusal = Error & { sqlState: string };
export const isServerRefusal = (error: unknown): error is ServerRefusal =>
  error instanceof Error && "sqlState" in error && typeof error.sqlState === "string";

export type Message = { type: string; body: Buffer };

/** A message of the client's: its type, its length, and what is in it. */
export function message(type: string, ...parts: (string | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
  const head = Buffer.alloc(type.length + 4);
  head.write(type, "latin1");
  head.writeInt32BE(body.length + 4, type.length);
  return Buffer.concat([head, body]);
}

export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/** The code in an error: fields of a letter and a text, each with a zero behind. */
function refusalOf(body: Buffer): Error {
  const fields = body.toString("latin1").split("\0");
  const code = fields.find((field) => field.startsWith("C"))?.slice(1) ?? "";
  if (!/^[0-9A-Z]{5}$/.test(code)) return coded(NOT_SPOKEN);
  return Object.assign(new Error("The server refused."), { sqlState: code });
}

/** What can come at any time, and says nothing about the values: notices, settings, notifications, the version. */
const ASIDES: ReadonlySet<string> = new Set(["N", "S", "A", "v"]);

/**
 * Reads what a server says, message by message, and no more than `MAX_BYTES` of all: what declares or sends more ends
 * it, so that nothing is gathered without an end. Written here and not taken from a driver, whose parsers trust the
 * server they were connected to: one that is cut in the wrong place makes some of them wait or turn for ever.
 */
export function openReader(socket: Readable): { next(): Promise<Message> } {
  const chunks = socket[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let buffer: Buffer = Buffer.alloc(0);
  let received = 0;
  const fill = async (length: number) => {
    while (buffer.length < length) {
      const { done, value } = await chunks.next();
      if (done) throw coded(CUT_SHORT);
      received += value.length;
      if (received > MAX_BYTES) throw coded(TOO_LARGE);
      buffer = buffer.length > 0 ? Buffer.concat([buffer, value]) : value;
    }
  };
  const read = async (): Promise<Message> => {
    await fill(5);
    const length = buffer.readUInt32BE(1);
    if (length < 4) throw coded(NOT_SPOKEN);
    if (length > MAX_BYTES) throw coded(TOO_LARGE);
    await fill(length + 1);
    const found = { type: String.fromCharCode(buffer[0] ?? 0), body: buffer.subarray(5, length + 1) };
    buffer = buffer.subarray(length + 1);
    return found;
  };
  return {
    async next() {
      for (;;) {
        const found = await read();
        if (found.type === "E") throw refusalOf(found.body);
        if (!ASIDES.has(found.type)) return found;
      }
    },
  };
}

/** The texts of a row's columns; null where there is no value. */
export function columnsOf(body: Buffer): (string | null)[] {
  const columns: (string | null)[] = [];
  let at = 2;
  for (let left = body.length >= 2 ? body.readUInt16BE(0) : 0; left > 0; left -= 1) {
    if (at + 4 > body.length) throw coded(NOT_SPOKEN);
    const length = body.readInt32BE(at);
    at += 4;
    if (length > body.length - at) throw coded(NOT_SPOKEN);
    columns.push(length < 0 ? null : body.toString("utf8", at, at + length));
    at += Math.max(length, 0);
  }
  return columns;
}
