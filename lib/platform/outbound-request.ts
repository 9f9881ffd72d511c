import "server-only";
import { isIP } from "node:net";
import { Agent, fetch } from "undici";
import { isTlsFailure } from "./is-tls-failure";
import { isPublicAddress, PRIVATE_ADDRESS, privateAddressError, publicLookup } from "./public-address";

export type OutboundRequest = {
  method: "GET" | "POST";
  url: string;
  /** Where credentials are sent: the one origin that the address may have. With another one nothing leaves. */
  origin?: string;
  headers: Record<string, string>;
  body?: string;
  /** One deadline for name look-up, connection, headers and body, in milliseconds. */
  deadlineMs: number;
  /** At most this much of the body is read, counted after decompression. */
  maxBodyBytes: number;
  signal?: AbortSignal;
  /** For an address that the operator of this server set: only then may it lie in a private network. */
  allowPrivate?: boolean;
  /** Over connections that stay open, for what is asked again and again. */
  keepAlive?: boolean;
};

export type OutboundAnswer = {
  kind: "answer";
  status: number;
  headers: Headers;
  /** As declared; absent for a chunked or packed answer. */
  declaredBytes: number | undefined;
  /** It came compressed: `body` is what it unpacked to. */
  packed: boolean;
  body: Uint8Array;
  /** The body went on past `maxBodyBytes`. */
  truncated: boolean;
};

export type OutboundFailure = {
  kind: "failure";
  reason:
    | "timed-out"
    | "cancelled"
    | "name-not-found"
    | "private-address"
    | "insecure-connection"
    | "unreachable"
    | "broken-answer";
  /** The platform's error code, for a diagnostic: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  code: string;
};

export const NAME_CODES: ReadonlySet<string> = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_NONAME"]);
/** Of a request that was kept from leaving. */
const OTHER_ORIGIN = "OTHER_ORIGIN";
const BROKEN_ANSWER =
  /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|UND_ERR_(RESPONSE|HEADERS_OVERFLOW|RES_|PRX_TLS|INVALID_ARG))/;
// No keep-alive: a check must see the provider as it is now, not a connection from an hour ago.
const options = { pipelining: 0, keepAliveTimeout: 1, maxHeaderSize: 16 * 1024 };
const anywhere = new Agent({ ...options, connect: { timeout: 10_000 } });
const publicOnly = new Agent({ ...options, connect: { timeout: 10_000, lookup: publicLookup } });
// Idle ones end before most servers and balancers end theirs, so that no request is sent into the end of one.
const kept = { pipelining: 1, keepAliveTimeout: 4000, maxHeaderSize: 16 * 1024, connections: 32 };
const anywhereKept = new Agent({ ...kept, connect: { timeout: 10_000 } });
const publicOnlyKept = new Agent({ ...kept, connect: { timeout: 10_000, lookup: publicLookup } });

const dispatcherOf = ({ allowPrivate, keepAlive }: OutboundRequest) =>
  allowPrivate ? (keepAlive ? anywhereKept : anywhere) : keepAlive ? publicOnlyKept : publicOnly;

/** The innermost code: undici wraps what the socket said. */
function codeOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // What an abort throws has a number there, from another time.
    if (typeof code === "string") return code;
    // The parser has no code for an answer that is no HTTP from its first byte on.
    if (cause.name === "HTTPParserError") return "HPE_UNKNOWN";
    if (cause instanceof AggregateError && cause.errors.length > 0) return codeOf(cause.errors[0]);
  }
  return "UNKNOWN";
}

const otherOrigin = () => Object.assign(new Error("The address has another origin."), { code: OTHER_ORIGIN });

export type Deadline = { signal: AbortSignal; isOver: () => boolean; end: () => void };

/**
 * Ends with the caller's signal and at the latest after so long. `AbortSignal.timeout` and `any` would hold what they
 * belong to until that time is over, however soon the answer is there.
 */
export function limitTime(ms: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, ms);
  const stop = () => controller.abort();
  if (caller?.aborted) stop();
  caller?.addEventListener("abort", stop, { once: true });
  const end = () => {
    clearTimeout(timer);
    caller?.removeEventListener("abort", stop);
  };
  return { signal: controller.signal, isOver: () => isOver, end };
}

function toFailure(error: unknown, deadline: Deadline, caller: AbortSignal | undefined): OutboundFailure {
  const code = codeOf(error);
  if (deadline.isOver() || code.endsWith("_TIMEOUT") || code === "ETIMEDOUT")
    return { kind: "failure", reason: "timed-out", code: "DEADLINE" };
  if (caller?.aborted) return { kind: "failure", reason: "cancelled", code: "CANCELLED" };
  if (code === PRIVATE_ADDRESS) return { kind: "failure", reason: "private-address", code };
  if (NAME_CODES.has(code)) return { kind: "failure", reason: "name-not-found", code };
  if (isTlsFailure(code)) return { kind: "failure", reason: "insecure-connection", code };
  if (BROKEN_ANSWER.test(code)) return { kind: "failure", reason: "broken-answer", code };
  return { kind: "failure", reason: "unreachable", code };
}

async function readBeginning(body: ReadableStream<Uint8Array> | null, maxBytes: number) {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body) {
    const reader = body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
      if (size > maxBytes) {
        // Ends the connection: the rest is never sent.
        await reader.cancel().catch(() => undefined);
        break;
      }
    }
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), truncated: size > maxBytes };
}

/**
 * Sends one request and reads the beginning of its answer. Redirects are not followed, so that the headers never reach
 * another origin. Returns, never throws: what went wrong is an answer too. Nothing of it is logged here.
 */
export async function outboundRequest(request: OutboundRequest): Promise<OutboundAnswer | OutboundFailure> {
  const deadline = limitTime(request.deadlineMs, request.signal);
  try {
    const { origin } = new URL(request.url);
    if (request.origin !== undefined && origin !== request.origin) throw otherOrigin();
    // An address in place of a name is connected to without a look-up.
    const host = new URL(request.url).hostname.replace(/^\[|\]$/g, "");
    if (!request.allowPrivate && isIP(host) && !isPublicAddress(host)) throw privateAddressError();
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      redirect: "manual",
      dispatcher: dispatcherOf(request),
      signal: deadline.signal,
    });
    const declared = Number(response.headers.get("content-length") ?? Number.NaN);
    const packed = response.headers.has("content-encoding");
    return {
      kind: "answer",
      status: response.status,
      headers: response.headers as unknown as Headers,
      declaredBytes: packed || Number.isNaN(declared) ? undefined : declared,
      packed,
      ...(await readBeginning(response.body as ReadableStream<Uint8Array> | null, request.maxBodyBytes)),
    };
  } catch (error) {
    return toFailure(error, deadline, request.signal);
  } finally {
    deadline.end();
  }
}
