import { asRoute } from "@/lib/auth/doors/as-route";
import { deleteDataSource } from "@/lib/data-sources/delete-data-source";

/** Deletes a data source; its credential stays. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/data-sources/[id]/delete">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    await deleteDataSource(actor, id);
    return { body: {} };
  });
}
