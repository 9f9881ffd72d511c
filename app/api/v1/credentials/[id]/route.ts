import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { getCredential } from "@/lib/credentials/get-credential";
import { updateCredential } from "@/lib/credentials/update-credential";
import { listCredentialSources } from "@/lib/data-sources/list-credential-sources";

/** One credential, with the history of its checks and what uses it, and without any value. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]">) {
  const { id } = await params;
  return asReadRoute(request, async (actor) => {
    const credential = await getCredential(actor, id);
    // What nothing uses needs no look: its row counts what does.
    const dataSources = credential.usedBy > 0 ? await listCredentialSources(actor, credential.id) : [];
    return { body: { credential: { ...credential, dataSources } } };
  });
}

/** Edits what is not its values: `{"revision","name","description","rotateBy"?}`; a day, "2027-03-03", or null. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]">) {
  const { id: credentialId } = await params;
  return asRoute(request, async (actor, input) => ({
    body: { credential: await updateCredential(actor, withId(input, { credentialId })) },
  }));
}
