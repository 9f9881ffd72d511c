import { asRoute } from "@/lib/auth/doors/as-route";
import { deleteCredential } from "@/lib/data-sources/delete-credential";

/** Deletes a credential and its sealed values; refused while a data source uses it. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/delete">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    await deleteCredential(actor, id);
    return { body: {} };
  });
}
