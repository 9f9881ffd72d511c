import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { followClient, unconfirmedBytes } from "./follow-client.mjs";

const TABLE = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1 1 0 100 0 0 10 0
   1: 0100007F:1F90 0200A8C0:C350 01 00000007:00000000 00:00000000 00000000     0        0 2 1 0 20 4 30 10 -1
   2: 0100007F:1F90 0100007F:C350 01 0002A000:00000010 01:00000000 00000000     0        0 3 1 0 20 4 30 10 -1
`;
const TABLE_6 = `  sl  local_address remote_address st tx_queue rx_queue
   0: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000100007F:C351 01 00000100:00000000 00:00000000
   1: 00000000000000000000000001000000:1F90 00000000000000000000000001000000:C352 01 00000200:00000000 00:00000000
`;

describe("what a client has not taken", () => {
  const at = (remoteAddress: string, remotePort: number) => ({ localPort: 8080, remotePort, remoteAddress });

  it("is what waits to be sent on its own connection", () => {
    expect(unconfirmedBytes(TABLE, at("127.0.0.1", 50_000))).toBe(0x2a000);
    expect(unconfirmedBytes(TABLE, at("192.168.0.2", 50_000))).toBe(7);
    expect(unconfirmedBytes(TABLE_6, at("::ffff:127.0.0.1", 50_001))).toBe(0x100);
    expect(unconfirmedBytes(TABLE_6, at("::1", 50_002))).toBe(0x200);
  });

  it("is nothing where the system does not say", () => {
    expect(unconfirmedBytes(TABLE, at("127.0.0.1", 50_001))).toBe(0);
    expect(unconfirmedBytes("", at("127.0.0.1", 50_000))).toBe(0);
    expect(unconfirmedBytes(TABLE, {})).toBe(0);
  });
});

describe.runIf(process.platform === "linux")("a client that stops taking", () => {
  const CHUNK = Buffer.alloc(64 * 1024);
  const KEPT_UP = 20 * CHUNK.length;

  /** Writes a chunk whenever the client is ready for one: slowly while it keeps up, as a busy machine does. */
  async function write(socket: Socket, client: Socket, signal: AbortSignal) {
    const clientIsReady = followClient(socket);
    while (!signal.aborted) {
      await clientIsReady(signal);
      if (!signal.aborted) socket.write(CHUNK);
      await wait(client.isPaused() ? 1 : 25);
    }
  }

  it("has little more written to it than its machine takes, however long it kept up before", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const client = connect((server.address() as AddressInfo).port, "127.0.0.1");
    const [socket] = (await once(server, "connection")) as [Socket];
    socket.on("error", () => undefined);
    const end = new AbortController();
    const written = write(socket, client, end.signal);
    client.on("data", () => client.bytesRead >= KEPT_UP && client.pause());
    for (let before = -1; !client.isPaused() || before !== socket.bytesWritten; await wait(400))
      before = socket.bytesWritten;
    const table = await readFile("/proc/self/net/tcp", "latin1");
    const { localPort, remotePort, remoteAddress } = socket;
    const untaken = socket.writableLength + unconfirmedBytes(table, { localPort, remotePort, remoteAddress });
    expect(untaken).toBeGreaterThan(0);
    expect(untaken).toBeLessThan(socket.bytesWritten / 8 + 2 * CHUNK.length);
    end.abort();
    await written;
    client.destroy();
    server.close();
  });
});
