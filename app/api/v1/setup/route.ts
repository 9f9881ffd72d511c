import { asPublicRoute } from "@/lib/auth/as-route";
import { createOwner } from "@/lib/auth/create-owner";
import { peerOf } from "@/lib/auth/peer-of";

/** Makes the first owner, for scripts: `{"token","name","email","password"}`. */
export function POST(request: Request): Promise<Response> {
  return asPublicRoute(request, async (input, headers) => {
    const { email } = await createOwner(input, peerOf(headers));
    return { status: 201, body: { email } };
  });
}
