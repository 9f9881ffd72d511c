import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { savedAnswer } from "@/lib/credentials/values/saved-answer";

/** Verifies new values and swaps all of them: `{"revision","values":{…},"receipt"?}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/values">) {
  const { id: credentialId } = await params;
  return asRoute(request, async (actor, input) => {
    const result = await replaceCredentialValues(actor, withId(input, { credentialId }), request.signal);
    return savedAnswer(result, 200);
  });
}
