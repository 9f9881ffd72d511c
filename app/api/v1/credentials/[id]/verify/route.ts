import { asRoute } from "@/lib/auth/as-route";
import { getCredential } from "@/lib/credentials/get-credential";
import { verifyCredential } from "@/lib/credentials/verify-credential";

/** Asks the provider about the stored values and writes the answer down. Closing the request cancels. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/verify">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    const verification = await verifyCredential(actor, id, { trigger: "member", signal: request.signal });
    return { body: { credential: await getCredential(actor, id), verification } };
  });
}
