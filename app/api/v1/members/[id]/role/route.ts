import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { changeRole } from "@/lib/members/change-role";

/** Gives someone another role: `{"role","seen"}`, where `seen` is the one they have now. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/members/[id]/role">) {
  const { id: userId } = await params;
  return asRoute(request, async (actor, input) => {
    await changeRole(actor, withId(input, { userId }));
    return { body: {} };
  });
}
