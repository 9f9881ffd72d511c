import { asPublicRoute } from "@/lib/auth/doors/as-route";
import { acceptInvitation } from "@/lib/members/accept-invitation";

/** Accepts an invitation and signs in: `{"token","name"?,"password"?}`. */
export function POST(request: Request): Promise<Response> {
  return asPublicRoute(request, async (input, headers) => ({
    status: 201,
    body: await acceptInvitation(input, headers),
  }));
}
