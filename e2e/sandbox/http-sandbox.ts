import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One request as the provider saw it. Secrets that the request carried are struck from `path` and `query`. */
export type RecordedRequest = {
  method: string;
  path: string;
  /** With its question mark, or empty. */
  query: string;
  /** Null while nothing was answered, and for ever where the answer was no HTTP. */
  status: number | null;
  /** Milliseconds since 1970. */
  at: number;
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

  const server = createServer(async (request, response) => {
    const target = request.url ?? "/";
    const url = new URL(`http://127.0.0.1${target.startsWith("/") ? target : "/"}`);
    const secrets = settings.secretsOf(request);
    const recorded = settings.record(request, {
      method: request.method ?? "GET",
      path: strike(url.pathname, secrets),
      query: strike(url.search, secrets),
      status: null,
      at: Date.now(),
      abandoned: false,
    });
    // Recorded on arrival: a request that hangs counts too.
    if (recorded) requests.push(recorded);
    response.once("close", () => {
      if (recorded) recorded.abandoned = !response.writableFinished;
    });
    const start = (status: number, headers: Record<string, string> = {}) => {
      response.writeHead(status, headers);
      if (recorded) recorded.status = status;
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
