import { asRoute } from "@/lib/auth/doors/as-route";
import { restoreCredentials } from "@/lib/credentials/deletion/restore-credentials";

/** Undoes the deletion of at most 100: `{"credentialIds": […]}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ body: await restoreCredentials(actor, input) }));
}
