import type { BrowserContext, Page } from "playwright/test";

/** A page that a browser does not take over, because a test keeps its scripts from it, is acted on as it is. */
const LONGEST_MS = 10_000;

/** True once React has what stands there, and what it does after that is done. */
async function isTakenOver(): Promise<boolean> {
  if (!("__next_f" in window)) return document.readyState === "complete";
  const isReacts = (element: Element) => Object.keys(element).some((key) => key.startsWith("__reactProps"));
  if (document.readyState === "loading") return false;
  const parts = [...document.body.querySelectorAll("button, input, select, textarea, form, a")];
  if (!parts.every(isReacts)) return false;
  // Its elements are React's before React has come to the end of them.
  const [, fiber] = Object.entries(document).find(([key]) => key.startsWith("__reactContainer")) ?? [];
  if (fiber?.stateNode.current.memoizedState.isDehydrated !== false) return false;
  // What the parts do once they are there waits for its turn, and on a busy machine that takes a while.
  await new Promise((done) => requestIdleCallback(done, { timeout: 3000 }));
  return true;
}

/**
 * Has every page of a context wait, wherever an address is opened, until it listens: a click that comes sooner is lost,
 * and a test would wait for what never comes. `waitUntil: "commit"` is for who acts as soon as something is there.
 */
export function listenFirst(context: BrowserContext): void {
  const wrap = (page: Page) => {
    const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
    const listening = () => page.waitForFunction(isTakenOver, null, { timeout: LONGEST_MS }).catch(() => undefined);
    page.goto = async (url, options) => {
      const answer = await goto(url, options);
      if (options?.waitUntil !== "commit") await listening();
      return answer;
    };
    page.reload = async (options) => {
      const answer = await reload(options);
      if (options?.waitUntil !== "commit") await listening();
      return answer;
    };
  };
  for (const page of context.pages()) wrap(page);
  context.on("page", wrap);
}
