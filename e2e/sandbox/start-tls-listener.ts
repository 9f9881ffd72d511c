import { type AddressInfo, connect, type Socket } from "node:net";
import { createServer, type TlsOptions } from "node:tls";
import type { TestCertificate } from "./test-certificates";

export type TlsListener = {
  /** `https://127.0.0.1:<port>`. */
  url: string;
  /** How many connections became secure, so that a request could follow. */
  readonly handshakes: number;
  /** Why the others did not: `ERR_SSL_HTTP_REQUEST` is a client that spoke plain HTTP. */
  failures: readonly string[];
  close(): Promise<void>;
};

type Settings = {
  /** The plain listener that does the talking: a sandbox's `url`. */
  to: string;
  certificate: TestCertificate;
  /** Speaks nothing newer than TLS 1.1, which Node refuses by default. */
  isOld?: boolean;
  port?: number;
};

// The level that still allows SHA-1 signatures, without which OpenSSL 3 has no TLS below 1.2.
const OLD: TlsOptions = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" };

/** A TLS listener on 127.0.0.1 in front of a plain one: the same sandbox, with whatever certificate is given. */
export async function startTlsListener({ to, certificate, isOld, port = 0 }: Settings): Promise<TlsListener> {
  const target = new URL(to);
  const sockets = new Set<Socket>();
  const failures: string[] = [];
  let handshakes = 0;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
  };
  const server = createServer({ ...certificate, ...(isOld && OLD) }, (outer) => {
    handshakes += 1;
    const inner = connect(Number(target.port), target.hostname);
    keep(outer);
    keep(inner);
    outer.pipe(inner).pipe(outer);
    // A pipe ends its target, but does not destroy it where its source was cut off.
    outer.once("close", () => inner.destroy());
    inner.once("close", () => outer.destroy());
  });
  server.on("connection", keep);
  server.on("tlsClientError", (error: NodeJS.ErrnoException) => failures.push(error.code ?? "unknown"));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get handshakes() {
      return handshakes;
    },
    failures,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
