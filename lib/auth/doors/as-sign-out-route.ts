import "server-only";
import { COOKIE_PREFIX } from "@/lib/auth/session-cookie";
import { signOut } from "@/lib/auth/sign-in/sign-out";
import { toRefusal } from "@/lib/platform/to-error-dto";
import { assertSameOrigin } from "./same-origin";

/**
 * A14: ends the session at the server and empties the browser. It is no server action, because an action cannot
 * send the header that clears what the browser kept; whoever calls it loads a page anew, so that those in memory go.
 */
export async function asSignOutRoute(request: Request): Promise<Response> {
  try {
    assertSameOrigin(request.headers);
    await signOut(request.headers);
  } catch (error) {
    const { dto, status } = toRefusal(error);
    return Response.json({ error: dto }, { status, headers: { "cache-control": "no-store" } });
  }
  const headers = new Headers({
    "cache-control": "no-store",
    // Not "cookies": the browser would forget that it is a known device.
    "clear-site-data": '"cache", "storage"',
  });
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const name = part.split("=")[0]?.trim() ?? "";
    if (name.startsWith(COOKIE_PREFIX))
      headers.append("set-cookie", `${name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`);
  }
  return new Response(null, { status: 204, headers });
}
