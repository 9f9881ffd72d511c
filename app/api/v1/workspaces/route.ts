import { asReadRoute, asRoute } from "@/lib/auth/as-route";
import { createWorkspace } from "@/lib/members/create-workspace";
import { listWorkspaces } from "@/lib/members/list-workspaces";

/** The workspaces that one can switch to. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: await listWorkspaces(actor) }));
}

/** Makes another one: `{"name"}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ status: 201, body: await createWorkspace(actor, input) }));
}
