import { readdir } from "node:fs/promises";
import { expect, makeOwner, test } from "./fixtures";
import { head, openSocket, type RawSocket } from "./raw-socket";

// What a client can do with a connection that no library would: leave in the middle, or never come to an end.

/** Every kind of door: pages, those of a stranger, routes, what is not there, files. */
const PATHS = ["/", "/sign-in", "/setup", "/credentials", "/nothing", "/api/v1/setup", "/api/v1/sign-out"].concat([
  "/api/v1/credentials",
  "/api/health",
  "/api/nothing",
  "/icon.svg",
  "/_next/static/nothing.js",
]);
const openFiles = async (pid = 0) => (await readdir(`/proc/${pid}/fd`)).length;

/** How long each of some requests of others took, in ms. */
async function waits(url: string): Promise<number[]> {
  const taken: number[] = [];
  for (const path of ["/api/health", "/sign-in", "/api/health", "/api/ready"]) {
    const start = performance.now();
    expect((await fetch(url + path, { signal: AbortSignal.timeout(10_000), redirect: "manual" })).status).toBe(200);
    taken.push(performance.now() - start);
  }
  return taken;
}

const many = async (url: string, count: number, begin: (socket: RawSocket, index: number) => void) => {
  const sockets = await Promise.all(Array.from({ length: count }, () => openSocket(url)));
  for (const [index, socket] of sockets.entries()) begin(socket, index);
  return sockets;
};

test.beforeAll(async ({ home }) => void (await makeOwner(home.app.url)));

test("L3, N2: a request to change the protocol is answered as an ordinary one, and holds no descriptor", async ({
  home,
}) => {
  const { url, process: server } = home.app;
  await waits(url);
  const before = await openFiles(server.pid);
  const ask = (socket: RawSocket, index: number) =>
    socket.send(
      head(url, "GET", [...PATHS, "/_next/hmr", "/_next/webpack-hmr", "//x"][index % (PATHS.length + 3)] ?? "/", {
        Connection: "Upgrade, HTTP2-Settings",
        Upgrade: index % 2 === 0 ? "websocket" : "h2c",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      }),
    );
  const staying = await many(url, 30, ask);
  const leaving = await many(url, 60, ask);
  for (const socket of leaving) socket.leave();
  const statuses = await Promise.all(staying.map(({ answered }) => answered));
  for (const status of statuses) expect([200, 307, 308, 401, 404, 405]).toContain(status);
  // Those who left are gone at once; those who stay are closed as any connection is that asks nothing more.
  await expect.poll(() => openFiles(server.pid), { timeout: 4000 }).toBeLessThanOrEqual(before + staying.length + 5);
  await Promise.all(staying.map(({ closed }) => closed));
  await expect.poll(() => openFiles(server.pid)).toBeLessThanOrEqual(before + 5);
});
