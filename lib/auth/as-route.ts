import "server-only";
import { assertReady } from "@/lib/platform/check-ready";
import { Refusal } from "@/lib/platform/errors";
import { toRefusal } from "@/lib/platform/to-error-dto";
import type { Member } from "./actor";
import { requireActor } from "./current-actor";
import { recordDenied } from "./record-denied";
import { assertSameOrigin } from "./same-origin";
import { assertSameWorkspace, WORKSPACE_HEADER } from "./same-workspace";

const MAX_BODY_BYTES = 64 * 1024;
const NO_STORE = { "cache-control": "no-store" };

export type RouteAnswer = { status?: number; body: unknown };

/** The JSON body of a request, read up to a limit and not a byte further. */
async function readJson(request: Request): Promise<unknown> {
  const tooLarge = () => new Refusal("TOO_LARGE", `A request may have at most ${MAX_BODY_BYTES} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > MAX_BODY_BYTES) {
      await reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new Refusal("INVALID_INPUT", "The body must be JSON.");
  }
}

/** The frame of every route: refusals as JSON, and nothing kept by a cache. */
export async function answer(work: () => Promise<RouteAnswer>): Promise<Response> {
  try {
    const { status = 200, body } = await work();
    return Response.json(body, { status, headers: NO_STORE });
  } catch (error) {
    await recordDenied(error);
    const { dto, status } = toRefusal(error);
    const retryAfter = dto.retryAfterSeconds === undefined ? {} : { "retry-after": String(dto.retryAfterSeconds) };
    return Response.json({ error: dto }, { status, headers: { ...NO_STORE, ...retryAfter } });
  }
}

/** The frame of a route that reads. */
export function asReadRoute(request: Request, work: (actor: Member) => Promise<RouteAnswer>): Promise<Response> {
  return answer(async () => work(await requireActor(request.headers)));
}

/**
 * The frame of a route that takes JSON: same origin, then who is there, then the body. A page names the workspace that
 * it was rendered for; a program that does not means the one its session is in.
 */
export function asRoute(
  request: Request,
  work: (actor: Member, input: unknown) => Promise<RouteAnswer>,
): Promise<Response> {
  return answer(async () => {
    assertSameOrigin(request.headers);
    const actor = await requireActor(request.headers);
    const renderedFor = request.headers.get(WORKSPACE_HEADER);
    if (renderedFor !== null) assertSameWorkspace(actor, renderedFor);
    await assertReady();
    return work(actor, await readJson(request));
  });
}

/** The frame of a route that needs no session. */
export function asPublicRoute(
  request: Request,
  work: (input: unknown, headers: Headers) => Promise<RouteAnswer>,
): Promise<Response> {
  return answer(async () => {
    assertSameOrigin(request.headers);
    await assertReady();
    return work(await readJson(request), request.headers);
  });
}
