import { request } from "node:http";

export type RawAnswer = { status: number; headers: Record<string, string>; text: string };

/**
 * Asks for a path exactly as it is written. `fetch` would tidy it up first: `//` and `/../` would not arrive.
 * @param url of the server, without a path
 * @param options.from another address of this machine, to be another peer
 */
export function askRaw(
  url: string,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string; from?: string } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { method = "GET", headers = {}, body, from: localAddress } = options;
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, method, headers, localAddress, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value ?? "")]),
          ),
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    outgoing.setTimeout(10_000, () => outgoing.destroy(new Error(`${method} ${path} was not answered`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
