import { asRoute } from "@/lib/auth/doors/as-route";
import { purgeCredential } from "@/lib/credentials/deletion/purge-credential";

/** Deletes a deleted credential for good, before its time. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/purge">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    await purgeCredential(actor, id);
    return { body: {} };
  });
}
