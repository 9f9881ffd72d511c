import { once } from "node:events";
import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, it } from "vitest";
import { followConnections } from "./follow-connections.mjs";

let server: Server;
const clients: Socket[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy();
});

/** A server that answers when it is told to. */
async function start() {
  const responses: ServerResponse[] = [];
  server = createServer((_, response) => {
    connections.begin(response);
    responses.push(response);
  });
  const connections = followConnections(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { connections, responses };
}

async function open(text: string) {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  clients.push(socket);
  socket.on("error", () => undefined);
  const seen = { text: "", closed: false };
  socket.on("data", (data) => (seen.text += data));
  socket.on("close", () => (seen.closed = true));
  await once(socket, "connect");
  socket.write(text);
  return seen;
}

const ASK = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

it("R3, L3: a stop waits for the requests that are worked on, and not for what is silent or half there", async () => {
  const { connections, responses } = await start();
  const busy = await open(ASK + ASK);
  await expect.poll(() => responses.length).toBe(2);
  const others = [await open(""), await open("GET / HT"), await open(ASK)];
  await expect.poll(() => responses.length).toBe(3);
  responses[2]?.end("kept");
  await expect.poll(() => others[2]?.text).toContain("kept");
  const ended = connections.end(60_000);
  await expect.poll(() => others.map(({ closed }) => closed)).toEqual([true, true, true]);
  responses[0]?.end("first");
  await expect.poll(() => busy.text).toContain("first");
  expect(busy.closed).toBe(false);
  responses[1]?.end("second");
  await ended;
  await expect.poll(() => busy.text).toContain("second");
});

it("R3, L3: what is still at work after the time for it is cut", async () => {
  const { connections, responses } = await start();
  const busy = await open(ASK);
  await expect.poll(() => responses.length).toBe(1);
  await connections.end(10);
  await expect.poll(() => busy.closed).toBe(true);
  expect(busy.text).toBe("");
});

it("R3: whoever leaves answers on, and says in each answer that it is the last on its connection", async () => {
  const { connections, responses } = await start();
  const before = await open(ASK);
  await expect.poll(() => responses.length).toBe(1);
  connections.leave();
  const after = await open(ASK);
  await expect.poll(() => responses.length).toBe(2);
  for (const response of responses) response.end("kept");
  await expect.poll(() => [before.closed, after.closed]).toEqual([true, true]);
  for (const { text } of [before, after]) expect(text).toMatch(/\r\nConnection: close\r\n.*kept/is);
  await connections.end(10);
});
