import { asReadRoute, asRoute } from "@/lib/auth/as-route";
import { createCredential } from "@/lib/credentials/create-credential";
import { listCredentials } from "@/lib/credentials/list-credentials";

/** The workspace's credentials, without any value; `?connectorId=` narrows them down. */
export function GET(request: Request): Promise<Response> {
  const connectorId = new URL(request.url).searchParams.get("connectorId") ?? undefined;
  return asReadRoute(request, async (actor) => ({ body: { credentials: await listCredentials(actor, connectorId) } }));
}

/** Verifies and stores, as the overlay does: `{"connectorId","formId","name","description","values","saveUnverified"?,"keepBoth"?}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => {
    const result = await createCredential(actor, input);
    if (result.saved) return { status: 201, body: result };
    if ("duplicate" in result) {
      const message = "These values are stored already. Send keepBoth: true to store them a second time.";
      return { status: 409, body: { error: { code: "ALREADY_STORED", message, duplicate: result.duplicate } } };
    }
    const { verification } = result;
    const code = verification.status === "FAILED" ? "VERIFICATION_REFUSED" : "VERIFICATION_INCONCLUSIVE";
    return { status: 422, body: { error: { code, message: verification.message, verification } } };
  });
}
