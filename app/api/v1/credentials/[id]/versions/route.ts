import { asReadRoute } from "@/lib/auth/doors/as-route";
import { listVersions } from "@/lib/credentials/values/list-versions";

/** The versions of a credential's values, newest first, without any value. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/versions">) {
  const { id } = await params;
  return asReadRoute(request, async (actor) => ({ body: { versions: await listVersions(actor, id) } }));
}
