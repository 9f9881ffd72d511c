import { asReadRoute, asRoute } from "@/lib/auth/doors/as-route";
import { addKey } from "@/lib/keys/add-key";
import { getKeys } from "@/lib/keys/get-keys";

/** The sealing keys by their ids, what each seals, and the last rotation. Never a key. */
export function GET(request: Request): Promise<Response> {
  return asReadRoute(request, async (actor) => ({ body: await getKeys(actor) }));
}

/** Makes a key that waits for the next rotation. The body is `{}`. */
export function POST(request: Request): Promise<Response> {
  return asRoute(request, async (actor) => ({ status: 201, body: { id: await addKey(actor) } }));
}
