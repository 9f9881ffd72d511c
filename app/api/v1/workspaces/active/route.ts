import { asRoute } from "@/lib/auth/doors/as-route";
import { switchWorkspace } from "@/lib/members/switch-workspace";

/** Takes the session to another workspace: `{"workspaceId"}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => {
    await switchWorkspace(actor, input);
    return { body: {} };
  });
}
