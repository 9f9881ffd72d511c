import { connect, createServer, type Socket } from "node:net";

const QUERY = 0x51; // Q
const EXECUTE = 0x45; // E

/** Feeds the bytes that a client of PostgreSQL sends, and tells of each statement that it has carried out. */
function watchMessages(onStatement: () => void): (chunk: Buffer) => void {
  let buffer = Buffer.alloc(0);
  let hasStarted = false;
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      // The start-up message has no type byte.
      const head = hasStarted ? 1 : 0;
      if (buffer.length < head + 4) return;
      const size = head + buffer.readInt32BE(head);
      if (buffer.length < size) return;
      if (hasStarted && (buffer[0] === QUERY || buffer[0] === EXECUTE)) onStatement();
      hasStarted = true;
      buffer = buffer.subarray(size);
    }
  };
}

/**
 * Stands between a server and its PostgreSQL and counts what the server has carried out there, whoever asks in it.
 * Close it once the server has stopped.
 */
export async function countStatements(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    const watch = watchMessages(() => {
      count += 1;
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => [client, upstream].forEach((each) => void each.destroy()));
      socket.on("close", () => sockets.delete(socket));
    }
    client.on("data", watch);
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(typeof address === "object" && address ? address.port : 0);
  return {
    url: url.href,
    /** How many statements the work took. */
    async during(work: () => Promise<unknown>): Promise<number> {
      const before = count;
      await work();
      return count - before;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
