import { asSessionRoute } from "@/lib/auth/doors/as-session-route";
import { followWorkspace } from "@/lib/live/follow-workspace";

/** News for the screens that a browser has open. */
export function GET(request: Request): Promise<Response> {
  return asSessionRoute(request, (actor) => followWorkspace(actor, request.signal));
}

/** Whether there is still someone to tell: a page looks before it fetches itself anew. */
export function HEAD(request: Request): Promise<Response> {
  return asSessionRoute(
    request,
    async () => new Response(null, { status: 204, headers: { "cache-control": "no-store" } }),
  );
}
