import type { Page } from "playwright/test";
import { expect } from "./fixtures";
import type { Person } from "./people";

/** What a page listens to. */
export const LIVE = "/api/events";

export type News = { workspaceId: string; unread: number; kinds: string[] };

/** A person's stream of news, without a browser. */
export async function listen({ cookie }: Pick<Person, "cookie">, url: string) {
  const hangUp = new AbortController();
  const response = await fetch(`${url}${LIVE}`, { headers: { cookie }, signal: hangUp.signal });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  let text = "";
  /** The next news that is told; undefined once the stream has ended. */
  const next = async (): Promise<News | undefined> => {
    for (;;) {
      const [message, ...rest] = text.split("\n\n");
      if (message !== undefined && rest.length > 0) {
        text = rest.join("\n\n");
        if (message.startsWith("data: ")) return JSON.parse(message.slice(6));
        continue;
      }
      const { value, done } = (await reader?.read().catch(() => undefined)) ?? { done: true, value: undefined };
      if (done) return undefined;
      text += new TextDecoder().decode(value);
    }
  };
  return { response, next, hangUp: () => hangUp.abort() };
}

/** Resolves once this page has a stream of its own. */
export const listening = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.url().endsWith(LIVE) && response.request().method() === "GET");
