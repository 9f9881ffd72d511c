import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One request as the provider saw it. Secrets that the request carried are struck from `path` and `query`. */
export type RecordedRequest = {
  /** How many had come with it, from 1; clearing them does not start anew. */
  number: number;
  method: string;
  path: string;
  /** With its question mark, or empty. */
  query: string;
  /** Null while nothing was answered, and for ever where the answer was no HTTP. */
  status: number | null;
  /** Milliseconds since 1970. */
  at: number;
  /** The same moment by `performance.now()`, which no clock moves back. */
  arrived: number;
  /** When the answer's Retry-After lets the next request come, in milliseconds since 1970; null without one. */
  retryAt: number | null;
  /** What was handed to the connection, headers too; null until the end. */
  bytes: number | null;
  /** The connection ended before the answer did. */
  abandoned: boolean;
};

export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** Writes status and headers, and notes the status in the record. */
  start(status: number, headers?: Record<string, string>): void;
  /** The request's body as text; throws past 64 KB. */
  body(): Promise<string>;
};

export type HttpSandbox<Recorded extends RecordedRequest> = {
  url: string;
  requests: readonly Recorded[];
  clearRequests(): void;
  /** Ends every connection, also one that hangs. */
  close(): Promise<void>;
};

type Settings<Recorded extends RecordedRequest> = {
  port?: number | undefined;
  secretsOf(request: IncomingMessage): readonly string[];
  /** Completes a record. Undefined leaves the request out of the records. */
  record(request: IncomingMessage, base: RecordedRequest): Recorded | undefined;
  answer(exchange: Exchange, recorded: Recorded | undefined): void | Promise<void>;
};

/** A number of seconds from now on, or a date. */
function retryAtOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const time = /^\d+$/.test(header) ? Date.now() + Number(header) * 1000 : Date.parse(header);
  return Number.isNaN(time) ? null : time;
}

const MAX_BODY_BYTES = 64 * 1024;

/** Shorter values are part of words: a password "s" would make "/users" unreadable. */
const MIN_STRUCK_LENGTH = 6;

function strike(text: string, secrets: readonly string[]): string {
  const long = secrets.filter(({ length }) => length >= MIN_STRUCK_LENGTH);
  const forms = long.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return forms.reduce((left, form) => left.replaceAll(form, "[secret]"), text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw new Error("The request's body is too long for the sandbox.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** An HTTP server on 127.0.0.1 only, which records its requests and can always be closed. */
export async function startHttpSandbox<Recorded extends RecordedRequest>(
  settings: Settings<Recorded>,
): Promise<HttpSandbox<Recorded>> {
  const requests: Recorded[] = [];
  const sockets = new Set<Socket>();
  let count = 0;

  const server = createServer(async (request, response) => {
    const target = request.url ?? "/";
    const url = new URL(`http://127.0.0.1${target.startsWith("/") ? target : "/"}`);
    const secrets = settings.secretsOf(request);
    const { socket } = request;
    const writtenBefore = socket.bytesWritten;
    count += 1;
    const recorded = settings.record(request, {
      number: count,
      method: request.method ?? "GET",
      path: strike(url.pathname, secrets),
      query: strike(url.search, secrets),
      status: null,
      at: Date.now(),
      arrived: performance.now(),
      retryAt: null,
      bytes: null,
      abandoned: false,
    });
    // Recorded on arrival: a request that hangs counts too.
    if (recorded) requests.push(recorded);
    response.once("close", () => {
      if (!recorded) return;
      recorded.abandoned = !response.writableFinished;
      recorded.bytes = socket.bytesWritten - writtenBefore;
    });
    const start = (status: number, headers: Record<string, string> = {}) => {
      response.writeHead(status, headers);
      if (!recorded) return;
      recorded.status = status;
      recorded.retryAt = retryAtOf(headers["Retry-After"]);
    };
    try {
      await settings.answer({ request, response, url, start, body: () => readBody(request) }, recorded);
    } catch (error) {
      console.error("The sandbox failed:", error instanceof Error ? error.message : "unknown");
      if (response.headersSent) response.destroy();
      else {
        start(500, { "Content-Type": "application/json" });
        response.end('{"errorMessage":"The sandbox failed."}');
      }
    }
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Faults write to the bare socket; a client that left is no failure of the sandbox.
    socket.on("error", () => undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port ?? 0, "127.0.0.1", resolve);
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
