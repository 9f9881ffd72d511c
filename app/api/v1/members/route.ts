import { asReadRoute } from "@/lib/auth/doors/as-route";
import { listMembers } from "@/lib/members/list-members";

/** Everyone in the workspace. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: { members: await listMembers(actor) } }));
}
