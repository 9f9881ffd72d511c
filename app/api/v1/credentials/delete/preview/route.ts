import { asRoute } from "@/lib/auth/doors/as-route";
import { previewDeletion } from "@/lib/data-sources/preview-deletion";

/** What deleting these would come to, without doing it: `{"credentialIds": […]}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ body: await previewDeletion(actor, input) }));
}
