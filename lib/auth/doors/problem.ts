import "server-only";
import type { ErrorCode } from "@/lib/platform/result-dto";
import { toRefusal } from "@/lib/platform/to-error-dto";

/** What a program shows who it is by. */
const CHALLENGE = 'Bearer realm="Latchkey"';

/** `TOKEN_EXPIRED`: "Token expired". */
function titleOf(code: ErrorCode): string {
  const words = code.toLowerCase().replaceAll("_", " ");
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

function headersOf(code: ErrorCode, status: number, retryAfterSeconds: number | undefined): Record<string, string> {
  const invalid = code.startsWith("TOKEN_") ? ', error="invalid_token"' : "";
  return {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...(status === 401 ? { "www-authenticate": `${CHALLENGE}${invalid}` } : {}),
    ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
  };
}

/**
 * What went wrong, as RFC 9457 writes it: `detail` is a sentence for a person, `code` is what a program goes by.
 * @param requestId what names this very request
 */
export function problem(error: unknown, requestId?: string): Response {
  const { dto, status } = toRefusal(error);
  const { code, message: detail, ...more } = dto;
  const type = `urn:latchkey:problem:${code.toLowerCase().replaceAll("_", "-")}`;
  const instance = requestId === undefined ? {} : { instance: `urn:latchkey:request:${requestId}` };
  const body = { type, title: titleOf(code), status, detail, ...instance, code, ...more };
  const response = new Response(JSON.stringify(body), {
    status,
    headers: headersOf(code, status, dto.retryAfterSeconds),
  });
  if (requestId !== undefined) response.headers.set("latchkey-request-id", requestId);
  return response;
}
