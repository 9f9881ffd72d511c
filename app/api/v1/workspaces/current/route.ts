import { asRoute } from "@/lib/auth/doors/as-route";
import { renameWorkspace } from "@/lib/members/rename-workspace";

/** Renames the workspace that one is in: `{"name","seen"}`, where `seen` is its name now. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ body: await renameWorkspace(actor, input) }));
}
