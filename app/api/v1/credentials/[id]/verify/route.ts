import { asRoute } from "@/lib/auth/doors/as-route";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";

/**
 * Asks the provider about the stored values and writes the answer down: `{}`. Before an act that uses them it names that,
 * `{"purpose":"data-source"|"move"|"rollback","number"?}`, for a receipt. Closing the request cancels.
 */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/verify">) {
  const { id } = await params;
  return asRoute(request, async (actor, input) => ({
    body: await verifyCredential(actor, id, input, request.signal),
  }));
}
