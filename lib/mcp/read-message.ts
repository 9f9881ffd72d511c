import "server-only";

/** By JSON-RPC's own numbers. */
const PROBLEMS = {
  parse: { code: -32_700, message: "Parse error: the body must be JSON in UTF-8." },
  batch: { code: -32_600, message: "Invalid request: send one message at a time." },
} as const;

type Problem = keyof typeof PROBLEMS;

/**
 * The one message of a request, whose size the server process limited. Several at once would be one request to the
 * limit of a token, and as many as they like to a provider.
 */
export async function readMessage(request: Request): Promise<{ body: object } | { problem: Problem }> {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer()));
  } catch {
    return { problem: "parse" };
  }
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { body } : { problem: "batch" };
}

export const jsonRpcError = (problem: Problem): Response =>
  Response.json({ jsonrpc: "2.0", id: null, error: PROBLEMS[problem] }, { status: 400 });
