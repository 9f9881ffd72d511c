import { Agent, request } from "undici";

export type Sent = { status: number; bytes: number; text(): string; json(): unknown };

export type Asker = {
  get(path: string, headers?: Record<string, string>): Promise<Sent>;
  post(path: string, body: unknown): Promise<Sent>;
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Sent>;
  delete(path: string): Promise<Sent>;
  close(): Promise<void>;
};

/** The server closes what was idle for five seconds; long before, so that no request meets a connection that closes. */
const PATIENCE = { keepAliveTimeout: 2000, keepAliveMaxTimeout: 2000, bodyTimeout: 60_000, headersTimeout: 60_000 };

/**
 * Asks a server as a program with a session does, over connections that stay open. A body counts as it came, still
 * compressed. What is answered by another status than one of success, or the one that is expected, ends the run.
 */
export function askerOf(url: string, cookie: string, { clients = 1, expected = 0 } = {}): Asker {
  const dispatcher = new Agent({ connections: clients, pipelining: 1, ...PATIENCE });
  type Options = { method: "GET" | "POST" | "PATCH" | "DELETE"; body?: string; headers?: object };
  const send = async (path: string, options: Options) => {
    const session = cookie === "" ? {} : { cookie };
    const headers = { ...session, ...options.headers };
    const { statusCode: status, body } = await request(url + path, { ...options, headers, dispatcher }).catch(
      (error: Error) => {
        throw new Error(`${options.method} ${path}: ${error.message}`);
      },
    );
    const bytes = Buffer.from(await body.arrayBuffer());
    const text = () => bytes.toString("utf8");
    if (status !== expected && (status < 200 || status >= 300)) throw new Error(`${path}: ${status} ${text()}`);
    return { status, bytes: bytes.byteLength, text, json: () => JSON.parse(text()) as unknown };
  };
  const own = { origin: url, "content-type": "application/json" };
  return {
    get: (path, headers = {}) => send(path, { method: "GET", headers }),
    post: (path, body) => send(path, { method: "POST", body: JSON.stringify(body), headers: own }),
    patch: (path, body, headers = {}) =>
      send(path, { method: "PATCH", body: JSON.stringify(body), headers: { ...own, ...headers } }),
    delete: (path) => send(path, { method: "DELETE", headers: { origin: url } }),
    close: () => dispatcher.close(),
  };
}
