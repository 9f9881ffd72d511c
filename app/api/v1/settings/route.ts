import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { getSettings } from "@/lib/settings/get-settings";
import { updateSettings } from "@/lib/settings/update-settings";

/** What the workspace chose. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: { settings: await getSettings(actor) } }));
}

/** Changes what the body names: `{"revision","checkEveryMinutes"?,"webhookUrl"?,"emailNotices"?,"maxAgeDays"?}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => ({ body: { settings: await updateSettings(actor, input) } }));
}
