import "server-only";
import { Refusal } from "@/lib/platform/errors";
import type { Body } from "./operation";

/** The body of a request, which the server process (lib/cli/receive-body.mjs) limited before it came here. */
export async function readBody(request: Request): Promise<Body> {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return {};
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("INVALID_INPUT", "The body must be JSON.");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new Refusal("INVALID_INPUT", "The body must be a JSON object.");
  return body as Body;
}

/** Of `"7"`; a proxy that compresses makes it weak, `W/"7"`. */
const ETAG = /^(?:W\/)?"(\d{1,9})"$/;

export const etagOf = (revision: number): string => `"${revision}"`;

/** The revision that `If-Match` names. Throws a refusal where it names none. */
export function readIfMatch({ headers }: Request): number {
  const shown = headers.get("if-match");
  if (shown === null || shown.trim() === "*")
    throw new Refusal(
      "PRECONDITION_REQUIRED",
      `Send the ETag you read as If-Match: "…", so you never overwrite a change you haven't seen.`,
    );
  const revision = ETAG.exec(shown.trim())?.[1];
  if (revision === undefined)
    throw new Refusal("CHANGED_MEANWHILE", "If-Match names a state this never had. Read it again.");
  return Number(revision);
}
