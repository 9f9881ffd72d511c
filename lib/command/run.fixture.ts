import { mkdtempSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import type { FakeLatchkey } from "./fake-latchkey.fixture";
import { TOKEN } from "./fake-latchkey.fixture";
import type { Host } from "./host";
import { runCommand } from "./run-command";

export type Ran = { code: number; out: string; err: string };

export const scratch = (): string => mkdtempSync(path.join(tmpdir(), "latchkey-command-"));

/** Keeps what is written to it. */
class Kept extends PassThrough {
  text = "";
  isTTY = false;

  constructor() {
    super();
    this.on("data", (chunk: Buffer) => {
      this.text += chunk.toString("utf8");
    });
  }
}

/** A terminal that types, as soon as it is asked something, one line for each question. */
export function typing(...lines: string[]): Host["stdin"] & { isRaw: boolean[] } {
  const stdin = new PassThrough() as PassThrough & {
    isTTY: boolean;
    setRawMode: (isRaw: boolean) => void;
    isRaw: boolean[];
  };
  stdin.isTTY = true;
  stdin.isRaw = [];
  stdin.setRawMode = (isRaw) => {
    stdin.isRaw.push(isRaw);
    const line = isRaw ? lines.shift() : undefined;
    if (line !== undefined) setTimeout(() => stdin.write(`${line}\r`), 5);
  };
  return stdin;
}

export function piped(text: string): Host["stdin"] {
  const stdin = new PassThrough();
  stdin.end(text);
  return stdin;
}

/** A server that answers so, and is no Latchkey. */
export async function startOther(answer: RequestListener): Promise<{ url: string; close: () => Promise<unknown> }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** Breaks off in the middle of what it answers. */
export const brokenAnswer: RequestListener = (_, response) => {
  response.writeHead(200, { "content-length": "100" });
  response.write('{"name"', () => response.destroy());
};

/** Runs a command in this process; signed in to the server, where there is one. */
export async function run(
  server: FakeLatchkey | undefined,
  words: readonly string[],
  more: Partial<Host> & { isTerminal?: boolean } = {},
): Promise<Ran> {
  const { isTerminal = false, ...host } = more;
  const [stdout, stderr] = [new Kept(), new Kept()];
  stdout.isTTY = isTerminal;
  stderr.isTTY = isTerminal;
  const env = server ? { LATCHKEY_URL: server.url, LATCHKEY_TOKEN: TOKEN } : {};
  const signal = new AbortController().signal;
  const code = await runCommand({ env, stdin: piped(""), stdout, stderr, signal, ...host }, words);
  return { code, out: stdout.text, err: stderr.text };
}
