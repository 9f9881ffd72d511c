import { asReadRoute } from "@/lib/auth/doors/as-route";
import { listDeletedCredentials } from "@/lib/credentials/deletion/list-deleted-credentials";

/** A page of the credentials that can still be restored, the one deleted last first; `?after` as in other lists. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return asReadRoute(request, async (actor) => ({
    body: await listDeletedCredentials(actor, Object.fromEntries(searchParams)),
  }));
}
