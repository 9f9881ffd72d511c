import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { savedAnswer } from "@/lib/credentials/values/saved-answer";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
import { previewMove } from "@/lib/data-sources/preview-move";

/** The data sources that use a credential, and the credentials that could take its place; `?q` searches those. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/move">) {
  const { id } = await params;
  const { searchParams } = new URL(request.url);
  return asReadRoute(request, async (actor) => ({
    body: await previewMove(actor, id, Object.fromEntries(searchParams)),
  }));
}

/** Verifies another credential and moves these data sources to it, all or none: `{"targetId","sourceIds":[…],"receipt"?}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/move">) {
  const { id: credentialId } = await params;
  return asRoute(request, async (actor, input) => {
    return savedAnswer(await moveDataSources(actor, withId(input, { credentialId }), request.signal), 200);
  });
}
