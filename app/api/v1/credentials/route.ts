import { asReadRoute, asRoute } from "@/lib/auth/as-route";
import { createCredential } from "@/lib/credentials/create-credential";
import { listCredentials } from "@/lib/credentials/list-credentials";

/**
 * A page of the workspace's credentials, without any value. `?q=&connectorId=&status=&ownerId=&unused=1&sort=&after=`
 * narrow it down; `after` in the answer is the cursor of the next page.
 */
export function GET(request: Request): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  return asReadRoute(request, async (actor) => ({ body: await listCredentials(actor, parameters) }));
}

/** Verifies and stores, as the overlay does: `{"connectorId","formId","name","description","values","saveUnverified"?}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => {
    const result = await createCredential(actor, input);
    if (result.saved) return { status: 201, body: result };
    const { verification } = result;
    const code = verification.status === "FAILED" ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE";
    return { status: 422, body: { error: { code, message: verification.message, verification } } };
  });
}
