import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { transferCredential } from "@/lib/credentials/transfer-credential";

/** Names another owner: `{"ownerId"}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/owner">) {
  const { id: credentialId } = await params;
  return asRoute(request, async (actor, input) => ({
    body: { credential: await transferCredential(actor, withId(input, { credentialId })) },
  }));
}
