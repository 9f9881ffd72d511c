import { asRoute } from "@/lib/auth/doors/as-route";
import { confirmKeyBackup } from "@/lib/keys/confirm-key-backup";

/** Says that there is a backup of a key. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/keys/[id]/confirm-backup">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    await confirmKeyBackup(actor, id);
    return { body: {} };
  });
}
