import { revalidatePath } from "next/cache";
import { asRoute } from "@/lib/auth/as-route";
import { restoreCredential } from "@/lib/credentials/restore-credential";

/** Undoes a deletion. The body is `{}`. */
export async function POST(request: Request, { params }: RouteContext<"/api/v1/credentials/[id]/restore">) {
  const { id } = await params;
  return asRoute(request, async (actor) => {
    const credential = await restoreCredential(actor, id);
    revalidatePath("/", "layout");
    return { body: { credential } };
  });
}
