import { revalidatePath } from "next/cache";
import { asReadRoute, asRoute } from "@/lib/auth/as-route";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { listDataSources } from "@/lib/data-sources/list-data-sources";

/** The workspace's data sources. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: { dataSources: await listDataSources(actor) } }));
}

/** Makes one, as *Configure* does: `{"connectorId","credentialId","endpointId","formId","name","parameters"}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor, input) => {
    const dataSource = await createDataSource(actor, input);
    revalidatePath("/", "layout");
    return { status: 201, body: { dataSource } };
  });
}
