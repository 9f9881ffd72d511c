import { asOidcRoute } from "@/lib/auth/doors/as-oidc-route";
import { confirmWithOidc } from "@/lib/auth/sso/confirm-with-oidc";
import { signInWithOidc } from "@/lib/members/sign-in-with-oidc";

/** Where the provider of single sign-on sends people back to: the only route under /api/auth. */
export function GET(request: Request): Promise<Response> {
  return asOidcRoute(request, { signIn: signInWithOidc, confirm: confirmWithOidc });
}
