import { randomBytes } from "node:crypto";
import { MAX_BODY_BYTES } from "./receive-body.mjs";

const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];
/** Of addresses that programs call. */
const API_METHODS = [...METHODS, "PUT", "PATCH", "DELETE"];
const methodsOf = (url = "") => (url.startsWith("/api/v1/") ? API_METHODS : METHODS);
/** How long and how much a refused client may go on sending: one that is cut off then loses the answer with it. */
const LINGER_MS = 1000;
const LINGER_BYTES = 1024 * 1024;

/** What programs are told. @type {Record<number, [code: string, detail: string]>} */
const SENTENCES = {
  400: ["INVALID_INPUT", "The address cannot be read: % stands before two hexadecimal digits."],
  405: ["METHOD_NOT_ALLOWED", "No address takes this method."],
  413: ["TOO_LARGE", `A request may have at most ${MAX_BODY_BYTES / 1024} KB.`],
  415: ["INVALID_INPUT", "A body is JSON."],
};

/** As RFC 9457 says, and as the API answers what it refuses itself. @param {number} status @param {string} requestId */
function problemOf(status, requestId) {
  const [code, detail] = SENTENCES[status] ?? SENTENCES[400] ?? ["", ""];
  const words = code.toLowerCase().replaceAll("_", " ");
  return JSON.stringify({
    type: `urn:latchkey:problem:${words.replaceAll(" ", "-")}`,
    title: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`,
    status,
    detail,
    instance: `urn:latchkey:request:${requestId}`,
    code,
  });
}

/** Whether Next can read where a request goes to: what it cannot decode, it answers with 500. @param {string} url */
function isReadable(url) {
  try {
    decodeURIComponent(url.split("?", 1)[0] ?? "");
    // The absolute form is for proxies.
    return url.startsWith("/");
  } catch {
    return false;
  }
}

/**
 * The status of a request that Next need not see, by its first lines alone.
 * @param {import("node:http").IncomingMessage} request @returns {number | undefined}
 */
export function statusOfUnfit({ method = "", url = "", headers }) {
  if (!methodsOf(url).includes(method)) return 405;
  if (!isReadable(url)) return 400;
  // How a form without scripts would call an action: none does here, and Next answers most of them with 500.
  const isForm = /^multipart\//i.test(headers["content-type"] ?? "");
  if (method === "POST" && isForm && headers["next-action"] === undefined) return 415;
  return undefined;
}

/**
 * Answers without Next, and so without the headers that it adds. Whatever still comes is dropped, for a moment.
 * @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response
 * @param {number} status
 */
export function refuse(request, response, status) {
  const requestId = randomBytes(16).toString("base64url");
  // A page's own requests end here by mistake alone: nobody reads what they are told.
  const body = status === 413 || (request.url ?? "").startsWith("/api/") ? problemOf(status, requestId) : "";
  response.writeHead(status, {
    connection: "close",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "content-length": body.length,
    ...(body && { "content-type": "application/problem+json", "latchkey-request-id": requestId }),
    ...(status === 405 && { allow: methodsOf(request.url).join(", ") }),
  });
  // The answer is whole by its length. Its end is held back: with it Node closes the connection.
  if (body && request.method !== "HEAD") response.write(body);
  else response.flushHeaders();
  const end = () => response.end();
  const limit = setTimeout(end, LINGER_MS);
  response.once("close", () => clearTimeout(limit));
  let left = LINGER_BYTES;
  request.once("end", end).on("data", (/** @type {Buffer} */ piece) => {
    left -= piece.length;
    if (left < 0) end();
  });
}
