import type { Page, Request, Route } from "playwright/test";
import { Agent, fetch, type Response } from "undici";
import { cookieOf } from "./fixtures";

export type CapturedAction = {
  /** Sends the action as the page would, with its session; what is given replaces the page's own. */
  send(other?: { headers?: Record<string, string>; body?: string; path?: string; from?: string }): Promise<Response>;
  body: string;
  /** The page's own headers and its session, for a request that is made in another way. */
  headers: Record<string, string>;
};

/** The headers that the network adds; a request of our own brings its own. */
const NETWORK = new Set(["host", "connection", "content-length", "accept-encoding"]);

/** Keeps the server action that `act` makes the page call from being sent, and hands it over to be sent at will. */
export async function captureAction(page: Page, act: () => Promise<void>): Promise<CapturedAction> {
  let resolve: (request: Request) => void = () => undefined;
  const held = new Promise<Request>((done) => {
    resolve = done;
  });
  const handler = async (route: Route) => {
    const request = route.request();
    if (request.headers()["next-action"] === undefined) return route.fallback();
    // Told only now: once the route is gone, a request that was merely seen would still be sent.
    await route.abort();
    resolve(request);
  };
  await page.route("**/*", handler);
  await act();
  const request = await held;
  await page.unroute("**/*", handler);
  const own = Object.fromEntries(
    Object.entries(request.headers()).filter(([name]) => !NETWORK.has(name) && !name.startsWith(":")),
  );
  const cookie = await cookieOf(page);
  const body = request.postData() ?? "";
  return {
    body,
    headers: { ...own, cookie },
    send: (other = {}) =>
      fetch(new URL(other.path ?? request.url(), request.url()), {
        method: "POST",
        headers: { ...own, cookie, ...other.headers },
        body: other.body ?? body,
        redirect: "manual",
        // Of the loopback network: the server sees it as another peer.
        ...(other.from ? { dispatcher: new Agent({ localAddress: other.from }) } : {}),
        signal: AbortSignal.timeout(30_000),
      }),
  };
}
