import { asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { passInstallation } from "@/lib/members/pass-installation";

/** Passes the installation on to another owner of the workspace. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/members/[id]/pass-installation">) {
  const { id: userId } = await params;
  return asRoute(request, async (actor, input) => {
    await passInstallation(actor, withId(input, { userId }));
    return { body: {} };
  });
}
