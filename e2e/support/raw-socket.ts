import { once } from "node:events";
import { connect } from "node:net";

export type RawSocket = {
  send(data: string | Buffer): void;
  /** The status of the first answer; undefined where the server closes without one. */
  answered: Promise<number | undefined>;
  /** What has come so far. */
  received(): string;
  /** The server has closed the connection, or this side has. */
  closed: Promise<void>;
  leave(): void;
};

/** A connection on which anything can be sent, in pieces and at any time. */
export async function openSocket(url: string): Promise<RawSocket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = "";
  let tell: (status: number | undefined) => void = () => undefined;
  const answered = new Promise<number | undefined>((resolve) => {
    tell = resolve;
  });
  socket.setEncoding("latin1");
  socket.on("data", (chunk) => {
    text += chunk;
    const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
    if (status !== undefined) tell(Number(status));
  });
  socket.setTimeout(15_000, () => socket.destroy());
  // A reset is one way of closing.
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      tell(undefined);
      resolve();
    });
  });
  await Promise.race([once(socket, "connect"), closed]);
  return {
    send: (data) => void socket.write(data),
    answered,
    received: () => text,
    closed,
    leave: () => void socket.destroy(),
  };
}

/** The first lines of a request, up to its body. */
export function head(url: string, method: string, path: string, headers: Record<string, string> = {}): string {
  const lines = Object.entries({ Host: new URL(url).host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
}

/** A piece of a body that is sent without saying how long it will be. */
export const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
