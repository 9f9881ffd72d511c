import { asRoute } from "@/lib/auth/doors/as-route";
import { revokeInvitation } from "@/lib/members/revoke-invitation";

/** Takes an invitation back. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/invitations/[id]/revoke">) {
  const { id: invitationId } = await params;
  return asRoute(request, async (actor) => {
    await revokeInvitation(actor, { invitationId });
    return { body: {} };
  });
}
