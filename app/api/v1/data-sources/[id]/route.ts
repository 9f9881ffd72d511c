import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { withId } from "@/lib/auth/doors/with-id";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { renameDataSource } from "@/lib/data-sources/rename-data-source";

/** One data source. */
export async function GET(request: Request, { params }: RouteContext<"/api/v1/data-sources/[id]">) {
  const { id } = await params;
  return asReadRoute(request, async (actor) => ({ body: { dataSource: await getDataSource(actor, id) } }));
}

/** Renames it: `{"revision","name"}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/data-sources/[id]">) {
  const { id: dataSourceId } = await params;
  return asRoute(request, async (actor, input) => ({
    body: { dataSource: await renameDataSource(actor, withId(input, { dataSourceId })) },
  }));
}
