import "server-only";
import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isSameSecret } from "@/lib/auth/is-same-secret";
import { doorFile } from "@/lib/platform/door-file";
import { env } from "@/lib/platform/env";
import { describeError, log } from "@/lib/platform/log";
import { onShutdown } from "@/lib/platform/process-state.mjs";
import { runCommand } from "./run-command";

const MAX_BYTES = 16 * 1024;

async function wordsOf(request: IncomingMessage): Promise<string[]> {
  let text = "";
  for await (const chunk of request) {
    text += chunk;
    if (text.length > MAX_BYTES) throw new Error("too long");
  }
  const words: unknown = JSON.parse(text);
  if (!Array.isArray(words) || words.some((word) => typeof word !== "string")) throw new Error("not words");
  return words;
}

async function answer(request: IncomingMessage, response: ServerResponse, token: string): Promise<void> {
  // A browser sends an origin: no page may knock here.
  const isMine = isSameSecret(request.headers.authorization ?? "", `Bearer ${token}`) && !request.headers.origin;
  if (request.method !== "POST" || !isMine) return void response.writeHead(404).end();
  const write = (line: object) => response.write(`${JSON.stringify(line)}\n`);
  try {
    const words = await wordsOf(request);
    // It would wait for itself: the database has to be this process's own and idle.
    const isRestore = words[0] === "restore";
    if (isRestore) write({ say: "Stop the server first: a restore needs the database for itself." });
    write({ exit: isRestore ? 1 : await runCommand(words, (say) => write({ say })) });
  } catch (error) {
    log.error({ error: describeError(error) }, "a command of the operator failed");
    write({ say: "It failed. The server's log says where." });
    write({ exit: 1 });
  }
  response.end();
}

/**
 * Lets the operator's commands in while this process owns the embedded database. A port of this machine only, chosen by
 * the system, with a token for each start in a file of mode 0600 in the data folder: who can read that could read the
 * database as well.
 */
export async function openOperatorDoor(): Promise<void> {
  if (env().DATABASE_URL !== undefined) return;
  const token = randomBytes(32).toString("base64url");
  const server = createServer((request, response) => void answer(request, response, token)).unref();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  rmSync(doorFile(), { force: true });
  writeFileSync(doorFile(), JSON.stringify({ port, token }), { mode: 0o600, flag: "wx" });
  onShutdown("doors", () => {
    rmSync(doorFile(), { force: true });
    server.closeAllConnections();
    server.close();
  });
}
