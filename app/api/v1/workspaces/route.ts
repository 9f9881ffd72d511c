import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { createWorkspace } from "@/lib/members/create-workspace";
import { listWorkspaces } from "@/lib/members/list-workspaces";

/** The workspaces that one can switch to, and which one the session is in. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({
    body: { activeId: actor.workspaceId, ...(await listWorkspaces(actor)) },
  }));
}

/** Makes another one: `{"name"}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ status: 201, body: await createWorkspace(actor, input) }));
}
