import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** Where a command runs: the process, or a test. */
export type Host = {
  env: Readonly<Record<string, string | undefined>>;
  stdin: Readable & { isTTY?: boolean; setRawMode?: (isRaw: boolean) => unknown };
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable & { isTTY?: boolean; columns?: number };
  /** Aborted where the person presses Ctrl-C, the process is told to end, or nobody takes the output any more. */
  signal: AbortSignal;
};

/** What a terminal would take for a command is not shown to it: names and sentences come from elsewhere. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, " ");

/** The same for lines. */
const printableLines = (text: string): string => text.replace(/[^\n]+/g, printable);

async function put({ stdout, signal }: Host, text: string | Uint8Array): Promise<void> {
  signal.throwIfAborted();
  if (stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      stdout.off("drain", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    stdout.once("drain", go);
    signal.addEventListener("abort", go, { once: true });
  });
  signal.throwIfAborted();
}

/** Writes, and waits where whoever takes it is slower. A terminal gets nothing that would drive it, all else what came. */
export const write = (host: Host, text: string): Promise<void> =>
  put(host, host.stdout.isTTY ? printableLines(text) : text);

/** Throws where not all that was written could be: whoever takes it says so later. */
export async function flush({ stdout, signal }: Host): Promise<void> {
  await new Promise<void>((resolve) => stdout.write("", () => resolve()));
  signal.throwIfAborted();
}

/** The same as write for bytes that come in pieces, which may end within a letter. */
export function bytesWriter(host: Host): (chunk: Uint8Array) => Promise<void> {
  if (!host.stdout.isTTY) return (chunk) => put(host, chunk);
  const decoder = new StringDecoder("utf8");
  return (chunk) => write(host, decoder.write(chunk));
}

/** A line for the person, which is no part of what the command puts out. */
export function say({ stderr }: Host, line: string): void {
  stderr.write(`${printable(line)}\n`);
}
