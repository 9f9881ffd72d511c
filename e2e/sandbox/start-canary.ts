import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";

export type Canary = {
  /** `http://127.0.0.1:<port>`: where nothing must ever lead. */
  url: string;
  /** Everything that arrived, one text a connection; also a connection that said nothing counts. */
  received: readonly string[];
  close(): Promise<void>;
};

/**
 * A listener that nobody may talk to: the target of a redirect, whose every connection is a finding. It answers as an
 * accepting provider would, so that a client that does come also goes on.
 */
export async function startCanary(host: "127.0.0.1" | "::1" = "127.0.0.1"): Promise<Canary> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const index = received.push("") - 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      received[index] += chunk.toString("latin1");
      socket.end('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{"users":[]}');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host === "::1" ? "[::1]" : host}:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
