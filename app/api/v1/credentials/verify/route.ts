import { asRoute } from "@/lib/auth/doors/as-route";
import { verifyCredentialValues } from "@/lib/credentials/checks/verify-credential-values";

/** Asks the provider about values without storing them: `{"connectorId","values":{…}}`. Closing the request cancels. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({
    body: await verifyCredentialValues(actor, input, request.signal),
  }));
}
