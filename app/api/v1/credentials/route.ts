import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { savedAnswer } from "@/lib/credentials/values/saved-answer";

/**
 * A page of at most 50 of the workspace's credentials, without any value. `?q=&connectorId=&status=&owner=&unused=1`
 * narrow it down, `sort=newest|oldest|name` orders it; `after` in the answer is the cursor of the next page.
 */
export function GET(request: Request): Promise<Response> {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  return asReadRoute(request, async (actor) => ({ body: await listCredentials(actor, parameters) }));
}

/**
 * Verifies and stores, as the overlay does:
 * `{"connectorId","formId","name","description","rotateBy"?,"values","saveUnverified"?,"keepBoth"?,"receipt"?}`.
 */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) =>
    savedAnswer(await createCredential(actor, input, request.signal), 201),
  );
}
