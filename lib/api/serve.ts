import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { WORKSPACE_HEADER } from "@/lib/auth/auth-dto";
import { findActor } from "@/lib/auth/current-actor";
import { problem } from "@/lib/auth/doors/problem";
import { recordingRefused } from "@/lib/auth/doors/record-refused";
import { assertSameOrigin } from "@/lib/auth/doors/same-origin";
import { assertSameWorkspace } from "@/lib/auth/doors/same-workspace";
import { authorize } from "@/lib/auth/permissions";
import { findTokenHolder } from "@/lib/auth/tokens/find-token-holder";
import { refuseTokenInAddress } from "@/lib/auth/tokens/refuse-token-in-address";
import { assertReady } from "@/lib/platform/check-ready";
import { notFound, Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { toRefusal } from "@/lib/platform/to-error-dto";
import { answerResponse } from "./answer-response";
import { type Found, findOperations } from "./find-operation";
import { limitRequests } from "./limit-requests";
import type { ApiOperation, Call } from "./operation";
import { operations } from "./operations";
import { readBody, readIfMatch } from "./read-request";
import { carryOutOnce, readIdempotencyKey } from "./repeated-request";

/** By the token alone where one is shown, whoever's cookie comes along; else by the session, from our own pages only. */
async function findCaller({ headers }: Request, answered: Headers): Promise<Principal> {
  if (headers.has("authorization")) {
    const holder = await findTokenHolder(headers);
    await limitRequests(holder, answered);
    return holder;
  }
  assertSameOrigin(headers);
  const actor = await findActor(headers);
  if (!actor) throw new Refusal("NOT_SIGNED_IN", "Sign in, or send a token: Authorization: Bearer lk_…");
  const renderedFor = headers.get(WORKSPACE_HEADER);
  // A page names the workspace that it was rendered for; a program that does not means the one its session is in.
  if (renderedFor !== null) assertSameWorkspace(actor, renderedFor);
  return actor;
}

async function callOf({ operation, id }: Found, request: Request): Promise<Omit<Call<undefined>, "actor">> {
  const isChange = operation.method !== "GET";
  if (isChange) await assertReady();
  return {
    id,
    query: Object.fromEntries(new URL(request.url).searchParams),
    revision: operation.precondition ? readIfMatch(request) : undefined,
    body: isChange ? await readBody(request) : {},
    formId: randomId(),
    request,
  };
}

type Work = (formId: string) => Promise<unknown>;

/** Carries out what makes something once for each `Idempotency-Key`. */
async function onceForItsKey(
  operation: ApiOperation,
  call: Call<Principal>,
  answered: Headers,
  work: Work,
): Promise<unknown> {
  const key = operation.makes ? readIdempotencyKey(call.request.headers) : undefined;
  if (key === undefined) return work(call.formId);
  const { answer, isReplayed } = await carryOutOnce({ operation, call, key }, work);
  if (isReplayed) answered.set("idempotency-replayed", "true");
  return answer;
}

/** Asks the table of rights, then the use case, which asks it again. */
async function runFor(found: Found, actor: Principal, request: Request, answered: Headers) {
  const { operation } = found;
  if (operation.access === "anyone") throw new TypeError("This operation is for nobody in particular.");
  if (operation.permission) authorize(actor, operation.permission);
  const call = { ...(await callOf(found, request)), actor };
  return onceForItsKey(operation, call, answered, (formId) => {
    if (operation.access === "token") return operation.run({ ...call, formId });
    if (actor.kind === "token") throw new Refusal("FORBIDDEN", "No token can do this. Someone has to sign in.");
    return operation.run({ ...call, actor, formId });
  });
}

/** One request: what its answer says beside its body, and who asked, once that is known. */
type Exchange = { answered: Headers; actorId?: string };

async function carryOut(found: Found, request: Request, exchange: Exchange): Promise<unknown> {
  const { operation } = found;
  await refuseTokenInAddress(request);
  if (operation.access === "anyone") {
    if (operation.method !== "GET") assertSameOrigin(request.headers);
    return operation.run({ ...(await callOf(found, request)), actor: undefined });
  }
  const actor = await findCaller(request, exchange.answered);
  exchange.actorId = actor.userId;
  return recordingRefused(actor, () => runFor(found, actor, request, exchange.answered));
}

const methodsOf = (found: readonly Found[]): string =>
  [...found.map(({ operation }) => operation.method), "HEAD", "OPTIONS"].join(", ");

function choose(found: readonly Found[], request: Request, answered: Headers): Found {
  if (found.length === 0) throw notFound("address");
  const method = request.method === "HEAD" ? "GET" : request.method;
  const one = found.find(({ operation }) => operation.method === method);
  if (one) return one;
  answered.set("allow", methodsOf(found));
  throw new Refusal("METHOD_NOT_ALLOWED", `This address takes ${methodsOf(found)}.`);
}

/** What every answer says. */
const answerHeaders = (requestId: string) =>
  new Headers({ "latchkey-request-id": requestId, "cache-control": "no-store" });

type Asking = { requestId: string; operation: string | undefined; actorId: string | undefined };

/** The line that an operator finds by a request's id. Whoever is nobody here writes none, however often they ask. */
function noteRefused({ dto: { code, correlationId }, status }: Refusal, asking: Asking): void {
  const line = { ...asking, code, ...(correlationId === undefined ? {} : { correlationId }) };
  if (status >= 500) log.warn(line, "a request of a program failed");
  else if (asking.actorId !== undefined) log.info(line, "a request of a program was refused");
}

/**
 * Answers a request to `/api/v1`: the frame of every operation of the table, and of nothing else. Refusals are problems
 * of RFC 9457, nothing is kept by a cache, and each answer names its request.
 */
export async function serveTable(table: readonly ApiOperation[], request: Request): Promise<Response> {
  const requestId = randomId();
  const exchange: Exchange = { answered: answerHeaders(requestId) };
  const found = findOperations(table, new URL(request.url).pathname);
  let response: Response;
  let operation: ApiOperation | undefined;
  try {
    const one = choose(found, request, exchange.answered);
    operation = one.operation;
    response = answerResponse(operation, request, await carryOut(one, request, exchange));
  } catch (error) {
    const refusal = toRefusal(error);
    response = problem(refusal, requestId);
    noteRefused(refusal, { requestId, operation: operation?.id, actorId: exchange.actorId });
  }
  for (const [name, value] of exchange.answered) response.headers.set(name, value);
  return response;
}

export const serve = (request: Request): Promise<Response> => serveTable(operations, request);

/** Which methods an address takes, for whoever asks first. */
export function serveOptions(request: Request): Response {
  const found = findOperations(operations, new URL(request.url).pathname);
  const headers = answerHeaders(randomId());
  if (found.length === 0) return problem(notFound("address"), headers.get("latchkey-request-id") ?? undefined);
  headers.set("allow", methodsOf(found));
  return new Response(null, { status: 204, headers });
}
