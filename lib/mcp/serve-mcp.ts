import "server-only";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { limitRequests } from "@/lib/api/limit-requests";
import { problem } from "@/lib/auth/doors/problem";
import { recordingRefused } from "@/lib/auth/doors/record-refused";
import { assertSameOrigin } from "@/lib/auth/doors/same-origin";
import { authorize } from "@/lib/auth/permissions";
import { findTokenHolder } from "@/lib/auth/tokens/find-token-holder";
import { refuseTokenInAddress } from "@/lib/auth/tokens/refuse-token-in-address";
import { assertReady } from "@/lib/platform/check-ready";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { makeServer } from "./make-server";
import { jsonRpcError, readMessage } from "./read-message";

const ALLOWED = "POST, OPTIONS";

/** A page in a browser, ours or any other, is no assistant: no cookie counts here. Throws a refusal. */
async function findAssistant(request: Request, answered: Headers) {
  await refuseTokenInAddress(request);
  // Of DNS rebinding: a page that calls this server by a name of its own says so here.
  assertSameOrigin(request.headers);
  if (!request.headers.has("authorization"))
    throw new Refusal("NOT_SIGNED_IN", "Show a token with the scope mcp:use: Authorization: Bearer lk_…");
  const holder = await findTokenHolder(request.headers);
  await limitRequests(holder, answered);
  await recordingRefused(holder, async () => authorize(holder, "mcp:use"));
  return holder;
}

async function answer(request: Request, answered: Headers): Promise<Response> {
  const holder = await findAssistant(request, answered);
  await assertReady();
  const message = await readMessage(request);
  if ("problem" in message) return jsonRpcError(message.problem);
  const handler = createMcpHandler(() => makeServer(holder, request.signal), {
    // Nothing ever changes here that a client would wait for.
    maxSubscriptions: 0,
    keepAliveMs: 0,
    onerror: (error) => log.info({ kind: error.name }, "a request of an assistant was not understood"),
  });
  return handler.fetch(request, { parsedBody: message.body });
}

/**
 * Answers an assistant that speaks MCP by streamable HTTP. No session is kept: each request shows its token, and is all
 * that its server ever knows. What is refused before the protocol begins is a problem of RFC 9457.
 */
export async function serveMcp(request: Request): Promise<Response> {
  const answered = new Headers({ "latchkey-request-id": randomId(), "cache-control": "no-store" });
  const response = await answer(request, answered).catch(problem);
  for (const [name, value] of answered) response.headers.set(name, value);
  return response;
}

/** There are no sessions to listen to or to end. */
export function refuseMethod(): Response {
  const response = problem(new Refusal("METHOD_NOT_ALLOWED", `This address takes ${ALLOWED}.`));
  response.headers.set("allow", ALLOWED);
  return response;
}

export const serveMcpOptions = (): Response =>
  new Response(null, { status: 204, headers: { allow: ALLOWED, "cache-control": "no-store" } });
