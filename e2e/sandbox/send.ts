import type { Exchange } from "./http-sandbox";

/** A whole body with its length. */
export function send(
  exchange: Exchange,
  status: number,
  contentType: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
): void {
  const length = String(Buffer.byteLength(body));
  exchange.start(status, { "Content-Type": contentType, "Content-Length": length, ...headers });
  exchange.response.end(body);
}

export function sendJson(exchange: Exchange, status: number, json: unknown, headers?: Record<string, string>): void {
  send(exchange, status, "application/json", JSON.stringify(json), headers);
}
