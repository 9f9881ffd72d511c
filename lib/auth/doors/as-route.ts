import "server-only";
import type { Member } from "@/lib/auth/actor";
import { WORKSPACE_HEADER } from "@/lib/auth/auth-dto";
import { assertReady } from "@/lib/platform/check-ready";
import { Refusal } from "@/lib/platform/errors";
import { toRefusal } from "@/lib/platform/to-error-dto";
import { withActor } from "./record-refused";
import { assertSameOrigin } from "./same-origin";
import { assertSameWorkspace } from "./same-workspace";

const NO_STORE = { "cache-control": "no-store" };

export type RouteAnswer = { status?: number; body: unknown };

/** The JSON body of a request, which the server process (lib/cli/receive-body.mjs) limited before it came here. */
async function readJson(request: Request): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(await request.arrayBuffer()));
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
    const { dto, status } = toRefusal(error);
    const retryAfter = dto.retryAfterSeconds === undefined ? {} : { "retry-after": String(dto.retryAfterSeconds) };
    return Response.json({ error: dto }, { status, headers: { ...NO_STORE, ...retryAfter } });
  }
}

/** The frame of a route that reads. */
export function asReadRoute(request: Request, work: (actor: Member) => Promise<RouteAnswer>): Promise<Response> {
  return answer(() => withActor(request.headers, work));
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
    return withActor(request.headers, async (actor) => {
      const renderedFor = request.headers.get(WORKSPACE_HEADER);
      if (renderedFor !== null) assertSameWorkspace(actor, renderedFor);
      await assertReady();
      return work(actor, await readJson(request));
    });
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
