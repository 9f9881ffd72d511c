import type { SandboxAnswer } from "./fault";
import type { Exchange } from "./http-sandbox";

/** UTF-8; ASCII, which most pages are, in a fraction of the time. */
const encode = (text: string) => Buffer.from(text, Buffer.byteLength(text) === text.length ? "latin1" : "utf8");

/** A whole body with its length. */
export function send(
  exchange: Exchange,
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  const bytes = typeof body === "string" ? encode(body) : body;
  exchange.start(status, { "Content-Type": contentType, "Content-Length": String(bytes.byteLength), ...headers });
  exchange.response.end(bytes);
}

export function sendJson(exchange: Exchange, status: number, json: unknown, headers?: Record<string, string>): void {
  send(exchange, status, "application/json", JSON.stringify(json), headers);
}

export function sendAnswer(exchange: Exchange, { status, text, headers }: SandboxAnswer): void {
  send(exchange, status, "application/json", text, headers);
}
