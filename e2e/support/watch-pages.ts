import type { Browser, BrowserContext } from "playwright/test";
import { listenFirst } from "./until-listening";

/**
 * Notes what no page of any test may do, in whichever window: break the content security policy (N9), or get the answer
 * "500" (N6), which a refusal never is. Has them listen before they are acted on. Returns what ends it.
 */
export function watchPages(browser: Browser, found: string[]): () => void {
  const watched: BrowserContext[] = [];
  const watch = (context: BrowserContext) => {
    watched.push(context);
    listenFirst(context);
    context.on("console", (message) => {
      const text = message.text();
      if (/content security policy|^policy broken:/i.test(text)) found.push(text);
    });
    context.on("response", (response) => {
      if (response.status() === 500) found.push(`500: ${response.request().method()} ${response.url()}`);
    });
    // A context that is closed already has no page to watch.
    context
      .addInitScript(() =>
        document.addEventListener("securitypolicyviolation", (event) =>
          console.error(`policy broken: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
        ),
      )
      .catch(() => undefined);
  };
  for (const context of browser.contexts()) watch(context);
  browser.on("context", watch);
  return () => {
    browser.off("context", watch);
    for (const context of watched) {
      context.removeAllListeners("console");
      context.removeAllListeners("page");
      context.removeAllListeners("response");
    }
  };
}
