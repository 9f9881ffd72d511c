import { asPublicRoute } from "@/lib/auth/as-route";
import { createOwner } from "@/lib/auth/create-owner";

/** Makes the first owner, for scripts: `{"token","name","email","password"}`. */
export function POST(request: Request): Promise<Response> {
  return asPublicRoute(request, async (input, headers) => {
    const { email } = await createOwner(input, headers.get("x-latchkey-peer") ?? undefined);
    return { status: 201, body: { email } };
  });
}
