import { readdir, readFile } from "node:fs/promises";
import { expect, makeOwner, test } from "../support/fixtures";
import { chunk, head, openSocket, type RawSocket } from "../support/raw-socket";

// What a client can do with a connection that no library would: leave in the middle, or never come to an end.

/** Every kind of door: pages, those of a stranger, routes, what is not there, files. */
const PATHS = ["/", "/sign-in", "/setup", "/credentials", "/nothing", "/api/v1/setup", "/api/v1/sign-out"].concat([
  "/api/v1/credentials",
  "/api/health",
  "/api/nothing",
  "/icon.svg",
  "/_next/static/nothing.js",
]);
const LIMIT = 64 * 1024;

const openFiles = async (pid = 0) => (await readdir(`/proc/${pid}/fd`)).length;
const memoryMb = async (pid = 0) =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;

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

test("N7: a body that is too long is refused once it says so, or is one byte over, wherever it is sent", async ({
  home,
}) => {
  const { url } = home.app;
  const api = ["/api/v1/credentials", "/api/v1/settings"];
  const methods = { GET: PATHS, POST: PATHS, OPTIONS: ["/", ...api], PUT: api, PATCH: api, DELETE: api };
  const doors = Object.entries(methods).flatMap(([method, paths]) => paths.map((path) => ({ method, path })));
  const headers = { "Content-Type": "application/json", Origin: url };
  const action = { "Next-Action": "0".repeat(42), "Content-Type": "text/plain;charset=UTF-8" };
  const asked = [
    ...doors.map((door) => ({ ...door, headers })),
    { method: "POST", path: "/sign-in", headers: action },
    { method: "POST", path: "/sign-in", headers: { ...action, "Content-Type": "multipart/form-data; boundary=x" } },
    { method: "POST", path: "/sign-in", headers: { "Content-Type": "application/x-www-form-urlencoded" } },
  ];
  for (const { method, path, headers: own } of asked) {
    const what = `${method} ${path} ${JSON.stringify(own)}`;
    for (const length of [LIMIT + 1, 300_000_000]) {
      // Not a byte of it is sent.
      const declared = await openSocket(url);
      declared.send(head(url, method, path, { ...own, "Content-Length": String(length) }));
      expect(await declared.answered, what).toBe(413);
      expect(declared.received(), what).toContain('"code":"TOO_LARGE"');
      declared.leave();
    }
    const chunked = await openSocket(url);
    chunked.send(head(url, method, path, { ...own, "Transfer-Encoding": "chunked" }));
    chunked.send(chunk("x".repeat(LIMIT)));
    chunked.send(chunk("x"));
    expect(await chunked.answered, what).toBe(413);
    // It is told to close, and is closed if it goes on.
    expect(chunked.received(), what).toMatch(/\r\nconnection: close\r\n/i);
    chunked.leave();
  }
});

test("N7: a body up to the limit arrives whole, in one piece or in many", async ({ home }) => {
  const { url } = home.app;
  await makeOwner(url);
  const body = JSON.stringify({ token: "x".repeat(LIMIT - 12) });
  expect(body.length).toBe(LIMIT);
  const headers = { "Content-Type": "application/json", Connection: "close" };
  const answerTo = async (more: Record<string, string>, parts: string[]) => {
    const socket = await openSocket(url);
    socket.send(head(url, "POST", "/api/v1/setup", { ...headers, ...more }));
    for (const part of parts) {
      socket.send(part);
      await new Promise(setImmediate);
    }
    await socket.closed;
    return { status: await socket.answered, text: socket.received() };
  };
  const length = { "Content-Length": String(LIMIT) };
  const chunked = { "Transfer-Encoding": "chunked" };
  const pieces = (size: number) =>
    Array.from({ length: Math.ceil(LIMIT / size) }, (_, index) => body.slice(index * size, (index + 1) * size));
  const whole = await answerTo(length, [body]);
  // Read to its last byte: one that is cut is no JSON.
  expect(whole.text).toContain('"code":"ALREADY_SET_UP"');
  for (const [more, parts] of [
    [length, pieces(700)],
    [chunked, [chunk(body), "0\r\n\r\n"]],
    [chunked, [...pieces(999).map(chunk), "0\r\n\r\n"]],
    [chunked, [`${[...body].map(chunk).join("")}0\r\n\r\n`]],
  ] as const)
    expect((await answerTo(more, [...parts])).text).toContain('"code":"ALREADY_SET_UP"');
  // No body is as good as an empty object.
  for (const [more, parts] of [
    [chunked, ["0\r\n\r\n"]],
    [{ "Content-Length": "0" }, []],
    [{}, []],
  ] as const)
    expect((await answerTo(more, [...parts])).text).toContain('"code":"ALREADY_SET_UP"');
  expect((await answerTo(length, [body.slice(1), "{"])).text).toContain('"code":"INVALID_INPUT"');
});

test("N7: bodies that never come to an end cost next to nothing, and delay nobody", async ({ home }) => {
  const { url, process: server } = home.app;
  for (let round = 0; round < 3; round += 1) await waits(url);
  // As slow as this machine is without them, several times over: whoever waits behind the bodies waits until they time out.
  const idle = Math.max(...(await waits(url)), ...(await waits(url)));
  const sockets: RawSocket[] = [];
  for (const [coding, part] of [
    // Nearly ten megabytes; all that may be sent; and little, as a form would be.
    [{ "Content-Length": "9900000" }, Buffer.alloc(9_899_000, "x")],
    [{ "Content-Length": String(LIMIT) }, Buffer.alloc(LIMIT - 1, "x")],
    [{ "Content-Length": "600" }, Buffer.alloc(500, "x")],
    // In pieces, of which the last one, which says that it is the last, never comes.
    [{ "Transfer-Encoding": "chunked" }, Buffer.from(chunk("x".repeat(700)).repeat(90))],
  ] as [Record<string, string>, Buffer][]) {
    const hold = async (count: number) => {
      const held = await many(url, count, (socket, index) => {
        const path = PATHS[index % PATHS.length] ?? "/";
        socket.send(head(url, "POST", path, { ...coding, "Content-Type": "application/json" }));
        socket.send(part);
      });
      sockets.push(...held);
    };
    // What the first ones cost is paid once: code, buffers that are used again, a heap as large as the work needs. What
    // each one costs, another sixty cost once more.
    await hold(60);
    const before = await memoryMb(server.pid);
    await hold(60);
    // What was sent has arrived by then.
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 300));
    // What was dropped is collected in its own time.
    const growth = async () => (await memoryMb(server.pid)) - before;
    await expect.poll(growth, { message: JSON.stringify(coding) }).toBeLessThan(30);
    for (const ms of await waits(url)) expect(ms, JSON.stringify(coding)).toBeLessThan(500 + 4 * idle);
  }
  for (const socket of sockets) socket.leave();
});
