import { asReadRoute } from "@/lib/auth/doors/as-route";
import { listNotices } from "@/lib/credentials/list-notices";

/** A page of the workspace's notices, newest first; `?olderThan=` names the last one of the page before. */
export function GET(request: Request): Promise<Response> {
  const olderThan = new URL(request.url).searchParams.get("olderThan") ?? undefined;
  return asReadRoute(request, async (actor) => ({ body: await listNotices(actor, olderThan) }));
}
