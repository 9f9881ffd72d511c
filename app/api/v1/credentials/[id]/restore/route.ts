import { asRoute } from "@/lib/auth/doors/as-route";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";

/** Undoes a deletion. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/restore">) {
  const { id } = await params;
  return asRoute(request, async (actor) => ({ body: { credential: await restoreCredential(actor, id) } }));
}
