import { asReadRoute } from "@/lib/auth/as-route";
import { listDeletedCredentials } from "@/lib/credentials/list-deleted-credentials";

/** The credentials that can still be restored, the one deleted last first. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: { credentials: await listDeletedCredentials(actor) } }));
}
