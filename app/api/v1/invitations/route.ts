import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { inviteMember } from "@/lib/members/invite-member";
import { listInvitations } from "@/lib/members/list-invitations";

/** The invitations that wait. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: { invitations: await listInvitations(actor) } }));
}

/** Invites someone: `{"email","role","sendMail"?}`. The answer has the link, this once. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ status: 201, body: await inviteMember(actor, input) }));
}
