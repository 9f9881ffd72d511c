import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createGzip } from "node:zlib";
import type { Exchange } from "./http-sandbox";

const MEGABYTE = 1024 * 1024;

/** Also ends for a reader that left: it never drains. */
function takenOrLeft(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      response.off("drain", settle).off("close", settle);
      resolve();
    };
    response.on("drain", settle).on("close", settle);
  });
}

/** Streams `first`, then parts until `bytes` were sent, then `last`. Waits for a slow reader, stops for one that left. */
export async function streamParts(
  { response }: Exchange,
  text: { first: string; part(number: number): string; last: string },
  bytes: number,
): Promise<void> {
  let sent = text.first.length;
  let batch = text.first;
  for (let number = 0; sent < bytes && !response.destroyed; number += 1) {
    const part = text.part(number);
    sent += part.length;
    batch += part;
    if (batch.length < 64 * 1024) continue;
    const isTaken = response.write(batch);
    batch = "";
    if (!isTaken && !response.destroyed) await takenOrLeft(response);
  }
  response.end(batch + text.last);
}

let bomb: Promise<Buffer> | undefined;

/** 300 MB of blanks inside a JSON text, as some 300 KB of gzip. Made once, in pieces. */
export function gzipBomb(): Promise<Buffer> {
  bomb ??= (async () => {
    const gzip = createGzip({ level: 9 });
    const packed: Buffer[] = [];
    gzip.on("data", (chunk: Buffer) => packed.push(chunk));
    const ended = once(gzip, "end");
    const blanks = Buffer.alloc(MEGABYTE, " ");
    gzip.write('{"users":[');
    for (let megabyte = 0; megabyte < 300; megabyte += 1) if (!gzip.write(blanks)) await once(gzip, "drain");
    gzip.end("]}");
    await ended;
    return Buffer.concat(packed);
  })();
  return bomb;
}
