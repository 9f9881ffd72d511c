import { asPublicRoute } from "@/lib/auth/doors/as-route";
import { peerOf } from "@/lib/auth/peer-of";
import { createOwner } from "@/lib/auth/sign-in/create-owner";

/** Makes the first owner, for scripts: `{"token","name","email","password"}`. */
export function POST(request: Request): Promise<Response> {
  return asPublicRoute(request, async (input, headers) => {
    const { email } = await createOwner(input, peerOf(headers));
    return { status: 201, body: { email } };
  });
}
