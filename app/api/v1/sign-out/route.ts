import { asSignOutRoute } from "@/lib/auth/as-sign-out-route";

/** *Sign out*, as a plain form posts it. */
export function POST(request: Request): Promise<Response> {
  return asSignOutRoute(request);
}
