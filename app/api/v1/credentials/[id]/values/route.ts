import { asRoute } from "@/lib/auth/as-route";
import { withId } from "@/lib/auth/with-id";
import { replaceCredentialValues } from "@/lib/credentials/replace-credential-values";
import { savedAnswer } from "@/lib/credentials/saved-answer";

/** Verifies new values and swaps all of them: `{"revision","values":{…},"receipt"?}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/values">) {
  const { id: credentialId } = await params;
  return asRoute(request, async (actor, input) => {
    const result = await replaceCredentialValues(actor, withId(input, { credentialId }), request.signal);
    return savedAnswer(result, 200);
  });
}
