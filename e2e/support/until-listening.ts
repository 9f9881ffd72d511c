import type { BrowserContext, Page } from "playwright/test";

/** A page that a browser does not take over, because a test keeps its scripts from it, is acted on as it is. */
const LONGEST_MS = 20_000;

/**
 * True once React has what stands there, part by part, and what the parts do after that is done. That an element is
 * known to React says less: it may be of a try that still waits for a script.
 */
async function isTakenOver(): Promise<boolean> {
  if (!("__next_f" in window)) return document.readyState === "complete";
  const [, known] = Object.entries(document).find(([key]) => key.startsWith("__reactContainer")) ?? [];
  const root = known?.stateNode.current;
  if (!root || root.memoizedState.isDehydrated) return false;
  for (const parts = [root.child]; parts.length > 0; ) {
    const part = parts.pop();
    if (part?.memoizedState?.dehydrated) return false;
    if (part) parts.push(part.sibling, part.child);
  }
  // On a busy machine its turn comes late.
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
