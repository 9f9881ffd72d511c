import { asRoute } from "@/lib/auth/doors/as-route";
import { retireKey } from "@/lib/keys/retire-key";

/** Takes a key that seals nothing out of the ring, for good. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/keys/[id]/retire">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    await retireKey(actor, id);
    return { body: {} };
  });
}
