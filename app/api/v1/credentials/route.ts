import { asReadRoute, asRoute } from "@/lib/auth/as-route";
import { createCredential } from "@/lib/credentials/create-credential";
import { listCredentials } from "@/lib/credentials/list-credentials";
import { savedAnswer } from "@/lib/credentials/saved-answer";

/** The workspace's credentials, without any value; `?connectorId=` narrows them down. */
export function GET(request: Request): Promise<Response> {
  const connectorId = new URL(request.url).searchParams.get("connectorId") ?? undefined;
  return asReadRoute(request, async (actor) => ({ body: { credentials: await listCredentials(actor, connectorId) } }));
}

/** Verifies and stores, as the overlay does: `{"connectorId","formId","name","description","rotateBy"?,"values","saveUnverified"?,"keepBoth"?}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => savedAnswer(await createCredential(actor, input), 201));
}
