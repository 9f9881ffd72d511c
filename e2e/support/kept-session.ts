import type { Cookie } from "playwright/test";

/** Far from the 15 minutes after which a sign-in is not recent any more, also at the end of a long test. */
const FRESH_MS = 5 * 60_000;

type Session = { cookies: Cookie[]; since: number };
const isFresh = (kept: Session | undefined): kept is Session =>
  kept !== undefined && Date.now() - kept.since < FRESH_MS;

async function isAlive(url: string, cookies: Cookie[]): Promise<boolean> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const { status } = await fetch(`${url}/api/v1/workspaces`, { headers: { cookie } });
  return status === 200;
}

/** A session for one test after the other: made by the first, and anew where it is old or was ended. */
export function keepSession(make: () => Promise<Cookie[]>): (url: string) => Promise<Cookie[]> {
  let kept: Session | undefined;
  return async (url) => {
    if (isFresh(kept) && (await isAlive(url, kept.cookies))) return kept.cookies;
    kept = { cookies: await make(), since: Date.now() };
    return kept.cookies;
  };
}
