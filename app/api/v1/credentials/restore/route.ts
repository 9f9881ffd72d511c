import { asRoute } from "@/lib/auth/as-route";
import { restoreCredentials } from "@/lib/credentials/restore-credentials";

/** Undoes the deletion of at most 100: `{"credentialIds": […]}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ body: await restoreCredentials(actor, input) }));
}
