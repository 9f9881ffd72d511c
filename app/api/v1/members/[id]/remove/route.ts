import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { removeMember } from "@/lib/members/remove-member";

/** Removes someone; `{"successorId"}` names who takes over the credentials that they own. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/members/[id]/remove">) {
  const { id: userId } = await params;
  return asRoute(request, async (actor, input) => {
    await removeMember(actor, withId(input, { userId }));
    return { body: {} };
  });
}
