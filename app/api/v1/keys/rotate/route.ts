import { asRoute } from "@/lib/auth/doors/as-route";
import { startRotation } from "@/lib/keys/start-rotation";
import { workSoon } from "@/lib/keys/work-soon";

/** Starts a rotation to the newest key that waits, or joins the one that goes on. The body is `{}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor) => {
    const rotation = await startRotation(actor);
    workSoon();
    return { status: 202, body: { rotation } };
  });
}
