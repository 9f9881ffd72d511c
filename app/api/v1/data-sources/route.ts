import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { savedAnswer } from "@/lib/credentials/values/saved-answer";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { listDataSources } from "@/lib/data-sources/list-data-sources";

/** A page of the workspace's data sources, newest first; `?after` is the cursor of the page before. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return asReadRoute(request, async (actor) => ({
    body: await listDataSources(actor, Object.fromEntries(searchParams)),
  }));
}

/**
 * Makes one, as *Configure* does: `{"connectorId","credentialId","endpointId","formId","name","parameters","receipt"?}`.
 * Verifies a credential that is not verified.
 */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) =>
    savedAnswer(await createDataSource(actor, input, request.signal), 201),
  );
}
