import "server-only";
import { COOKIE_PREFIX } from "@/lib/auth/session-cookie";
import { signOut } from "@/lib/auth/sign-in/sign-out";

/**
 * A14: ends the session at the server and empties the browser. It is no server action, because an action cannot
 * send the header that clears what the browser kept; whoever calls it loads a page anew, so that those in memory go.
 */
export async function signOutResponse(request: Request): Promise<Response> {
  await signOut(request.headers);
  // Not "cookies": the browser would forget that it is a known device.
  const headers = new Headers({ "clear-site-data": '"cache", "storage"' });
  for (const part of (request.headers.get("cookie") ?? "").split(";")) {
    const name = part.split("=")[0]?.trim() ?? "";
    if (name.startsWith(COOKIE_PREFIX))
      headers.append("set-cookie", `${name}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax`);
  }
  return new Response(null, { status: 204, headers });
}
