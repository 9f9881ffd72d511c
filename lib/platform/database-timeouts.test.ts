import type { Server } from "node:net";
import { afterAll, expect, it, vi } from "vitest";
import { database } from "./database";
import { isDatabaseUnavailable } from "./database-errors";

// A PostgreSQL that takes connections and says nothing, ever. Before the imports, which read the environment once.
const { server, sockets } = await vi.hoisted(async () => {
  const { createServer } = await import("node:net");
  const taken: { destroy(): void }[] = [];
  const silent: Server = createServer((socket) => {
    socket.on("error", () => undefined);
    taken.push(socket);
  });
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  vi.stubEnv("DATABASE_URL", `postgresql://nobody@127.0.0.1:${typeof address === "object" && address?.port}/none`);
  return { server: silent, sockets: taken };
});
afterAll(() => {
  for (const socket of sockets) socket.destroy();
  server.close();
});

it("L5: a database that takes connections and never answers is given up, and counts as not available", async () => {
  const error = await database().catch((refused: unknown) => refused);
  expect(sockets.length).toBeGreaterThan(0);
  expect(isDatabaseUnavailable(error)).toBe(true);
});
