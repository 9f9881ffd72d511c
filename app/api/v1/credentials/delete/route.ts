import { asRoute } from "@/lib/auth/doors/as-route";
import { deleteCredentials } from "@/lib/data-sources/delete-credentials";

/** Deletes at most 100: `{"credentialIds": […]}`. What a data source uses is left out and named. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ body: await deleteCredentials(actor, input) }));
}
