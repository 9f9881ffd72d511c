import { asSignOutRoute } from "@/lib/auth/doors/as-sign-out-route";

/** *Sign out*. The caller loads /sign-in afterwards. */
export function POST(request: Request): Promise<Response> {
  return asSignOutRoute(request);
}
