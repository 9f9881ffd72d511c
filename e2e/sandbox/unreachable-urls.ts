import { createServer } from "node:net";

/** No name service ever resolves a name below `.invalid` (RFC 6761). */
export const UNRESOLVABLE_URL = "http://clari-copilot.invalid";

/** The address of a port of this machine where nobody listens now: `startClariSandbox({ port })` can bring it to life. */
export async function closedPort(): Promise<{ url: string; port: number }> {
  const server = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}`, port };
}
