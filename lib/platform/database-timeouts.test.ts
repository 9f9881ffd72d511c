import { rmSync } from "node:fs";
import type { Server } from "node:net";
import { afterAll, expect, it, vi } from "vitest";
import { database } from "./database";
import { isDatabaseUnavailable } from "./database-errors";

// A PostgreSQL that takes connections and says nothing, ever. Before the imports, which read the environment once.
const { folder, server, sockets } = await vi.hoisted(async () => {
  const { mkdtempSync } = await import("node:fs");
  const { createServer } = await import("node:net");
  const { tmpdir } = await import("node:os");
  const taken: { destroy(): void }[] = [];
  const silent: Server = createServer((socket) => {
    socket.on("error", () => undefined);
    taken.push(socket);
  });
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const made = mkdtempSync(`${tmpdir()}/latchkey-timeouts-`);
  vi.stubEnv("DATA_DIR", made);
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("DATABASE_URL", `postgresql://nobody@127.0.0.1:${typeof address === "object" && address?.port}/none`);
  return { folder: made, server: silent, sockets: taken };
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it("L5: a database that takes connections and never answers is given up, and counts as not available", async () => {
  const error = await database().catch((refused: unknown) => refused);
  expect(sockets.length).toBeGreaterThan(0);
  expect(isDatabaseUnavailable(error)).toBe(true);
});
