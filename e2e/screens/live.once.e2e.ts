import type { Browser, Page } from "playwright/test";
import { expect } from "../support/fixtures";
import { LIVE, listen, listening } from "../support/listen";
import { credentialBody, ifMatch, join, type Person, test } from "../support/people";

// An installation of its own: its notices are counted, its provider refuses, and its server is started anew.
test.use({ installation: "screens/live" });

/** A browser of this person, on this page, which listens. */
async function open(browser: Browser, person: Person, path: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: person.url });
  await context.addCookies(person.cookies());
  const page = await context.newPage();
  const heard = listening(page);
  await page.goto(path);
  await heard;
  // What is there after a reload is not.
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  return page;
}
const stayed = (page: Page) => page.evaluate(() => "stayed" in window);

async function create(owner: Person, pair: { apiKey: string; apiPassword: string }, name: string): Promise<string> {
  const { status, body } = await owner.post("/credentials", credentialBody(pair, name));
  expect(status).toBe(201);
  return body.id;
}

async function rename(owner: Person, id: string, name: string): Promise<void> {
  const { revision } = (await owner.get(`/credentials/${id}`)).body;
  const { status } = await owner.patch(`/credentials/${id}`, { name, description: "" }, ifMatch(revision));
  expect(status).toBe(200);
}

test("one verifies and is refused, and the list and the bell of another change without a reload", async ({
  owner,
  home,
  browser,
}) => {
  const id = await create(owner, home.clari.generatePair(), "Refused elsewhere");
  const page = await open(browser, await join(owner, "admin", "Bea"), "/credentials");
  const row = page.locator("main :is(li, tr)").filter({ hasText: "Refused elsewhere" });
  await expect(row).toContainText("Verified");
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();

  home.clari.generatePair();
  await owner.post(`/credentials/${id}/verify`);
  await expect(row).toContainText("Needs attention");
  await expect(page.getByRole("link", { name: "Notices 1 unread" })).toBeVisible();
  expect(await stayed(page)).toBe(true);

  // What is there to be read is read once it was seen, in every tab of every browser.
  const notices = await page.context().newPage();
  await notices.goto("/notices");
  await expect(notices.getByText("New", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  expect(await stayed(page)).toBe(true);
  await page.context().close();
});

test("nothing is taken away under one's hands: the bell says it, and the page follows once the overlay is closed", async ({
  owner,
  home,
  browser,
}) => {
  const id = await create(owner, home.clari.generatePair(), "Refused while I type");
  const page = await open(browser, await join(owner, "admin", "Cleo"), "/credentials");
  const row = page.locator("main :is(li, tr)").filter({ hasText: "Refused while I type" });
  await page.getByRole("link", { name: "Notices", exact: true }).waitFor();
  const heard = listening(page);
  await page.goto(`/credentials/${id}`);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("Credential Description").fill("A sentence of mine.");
  home.clari.generatePair();
  await heard;
  await owner.post(`/credentials/${id}/verify`);
  await expect(page.getByText("1 unread")).toBeAttached();
  await expect(page.getByLabel("Credential Description")).toHaveValue("A sentence of mine.");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("stopped accepting this pair")).toBeVisible();
  await page.goto("/credentials");
  await expect(row).toContainText("Needs attention");
  await page.context().close();
});

test("a browser has one stream for all of its tabs, and another tab goes on where that one is closed", async ({
  owner,
  home,
  browser,
}) => {
  const id = await create(owner, home.clari.pair, "Seen in two tabs");
  const first = await open(browser, await join(owner, "admin", "Dina"), "/credentials");
  const second = await first.context().newPage();
  const asked: string[] = [];
  second.on("request", (request) => {
    if (request.url().endsWith(LIVE)) asked.push(request.method());
  });
  await second.goto("/credentials");
  // Its turn comes when the first one is gone, and until then it hears through it.
  const waiting = () => second.evaluate(async () => (await navigator.locks.query()).pending?.length);
  await expect.poll(waiting).toBe(1);
  await rename(owner, id, "Renamed for two tabs");
  for (const page of [second, first]) {
    await page.bringToFront();
    await expect(page.getByText("Renamed for two tabs")).toBeVisible();
  }
  expect(asked).not.toContain("GET");

  const heard = listening(second);
  await first.close();
  await heard;
  await rename(owner, id, "Renamed for the other tab");
  await expect(second.getByText("Renamed for the other tab")).toBeVisible();
  await second.context().close();
});

test("a page listens again after the server was started anew, and a stop waits for no stream", async ({
  owner,
  home,
  browser,
}) => {
  const id = await create(owner, home.clari.pair, "Outlives a restart");
  const page = await open(browser, await join(owner, "admin", "Edda"), "/credentials");
  const heard = page.waitForEvent("response", (response) => response.url().endsWith(LIVE) && response.status() === 200);
  await home.restart();
  await heard;
  await rename(owner, id, "Renamed after it");
  await expect(page.getByText("Renamed after it")).toBeVisible();
  expect(await stayed(page)).toBe(true);
  await page.context().close();
});

test("A11: news ends with the session and with the membership, and is for nobody else", async ({ owner }) => {
  const { url } = owner;
  const [out, removed] = [await join(owner, "member", "Out"), await join(owner, "member", "Removed")];
  const streams = [await listen(out, url), await listen(removed, url)];
  for (const { response, next } of streams) {
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await next()).toMatchObject({ unread: 0, kinds: [] });
  }
  await out.post("/sign-out");
  const userId = await removed.userId();
  expect((await owner.delete(`/members/${userId}`)).status).toBeLessThan(300);
  for (const { next } of streams) {
    // The removal itself may still be news.
    for (let news = await next(); news; news = await next()) expect(news.kinds).toEqual(["members"]);
  }
  const ask = async (headers: Record<string, string>, method = "GET") => {
    const response = await fetch(`${url}${LIVE}`, { method, headers });
    await response.body?.cancel();
    return response.status;
  };
  for (const { cookie } of [out, removed, { cookie: "" }]) expect(await ask({ cookie })).toBe(401);
  const { cookie } = owner;
  expect(await ask({ cookie, "sec-fetch-site": "cross-site" })).toBe(403);
  expect(await ask({ cookie, origin: "https://evil.example" })).toBe(403);
  expect(await ask({ cookie }, "HEAD")).toBe(204);
  expect(await ask({ cookie: "" }, "HEAD")).toBe(401);
  expect(await ask({ cookie }, "POST")).toBe(405);
});

test("who was away for half a minute sees what is so now", async ({ owner, home, browser }) => {
  const id = await create(owner, home.clari.pair, "Renamed meanwhile");
  const person = await join(owner, "admin", "Faye");
  const context = await browser.newContext({ baseURL: person.url });
  await context.addCookies(person.cookies());
  const page = await context.newPage();
  // Without a stream: this browser cannot agree on one tab.
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "locks"));
  await page.clock.install();
  await page.goto("/credentials");
  await expect(page.getByText("Renamed meanwhile")).toBeVisible();
  const see = (isSeen: boolean) =>
    page.evaluate((hidden) => {
      Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, !isSeen);
  // It is loaded once the page itself has come to rest.
  await page.clock.runFor(4000);
  await rename(owner, id, "Renamed by then");
  await expect(async () => {
    await see(false);
    await page.clock.runFor(31_000);
    await see(true);
    await page.clock.runFor(5000);
    await expect(page.getByText("Renamed by then")).toBeVisible({ timeout: 2000 });
  }).toPass();
  await context.close();
});
