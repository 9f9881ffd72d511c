import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { endSessions } from "@/lib/members/end-sessions";

/** Signs someone out everywhere. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/members/[id]/end-sessions">) {
  const { id: userId } = await params;
  return asRoute(request, async (actor, input) => ({ body: await endSessions(actor, withId(input, { userId })) }));
}
