/** Where signing in leads when nobody was on the way to anything. */
export const HOME = "/overview";
/** One's own page, which is all there is before the second factor that a workspace requires. */
export const ACCOUNT = "/account";
const LONGEST = 4096;

/** A path of this app, or home: what a link says about where to go next is never trusted with another host. */
export function returnPath(candidate: string | string[] | undefined): string {
  if (typeof candidate !== "string" || candidate.length > LONGEST || !/^\/(?![/\\])/.test(candidate)) return HOME;
  const base = "http://localhost";
  const url = URL.canParse(candidate, base) ? new URL(candidate, base) : undefined;
  const path = url?.origin === base ? `${url.pathname}${url.search}` : HOME;
  // Looked at again: "/.//elsewhere" is only now "//elsewhere", which leads to another host.
  return path.startsWith("//") ? HOME : path;
}
