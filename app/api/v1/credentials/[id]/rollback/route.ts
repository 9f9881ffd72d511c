import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import { savedAnswer } from "@/lib/credentials/values/saved-answer";

/** Verifies an older version and uses it again: `{"revision","number","receipt"?}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/rollback">) {
  const { id: credentialId } = await params;
  return asRoute(request, async (actor, input) => {
    const result = await rollbackCredential(actor, withId(input, { credentialId }), request.signal);
    return savedAnswer(result, 200);
  });
}
