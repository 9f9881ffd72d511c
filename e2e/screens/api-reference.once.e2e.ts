import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { type Person, test, tokenBody } from "../support/people";

async function makeToken(owner: Person, scopes: string[]): Promise<string> {
  const { status, body } = await owner.post("/tokens", tokenBody("Try it", { scopes }));
  expect(status).toBe(201);
  return body.value;
}

/** Requests to the API from now on, with what they carried along. */
function watchRequests(page: Page) {
  const seen: { what: string; authorization: string | undefined; cookie: string | undefined }[] = [];
  page.on("request", async (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith("/api/v1/")) return;
    const { authorization, cookie } = await request.allHeaders();
    seen.push({ what: `${request.method()} ${pathname}`, authorization, cookie });
  });
  return seen;
}

test("the search finds an operation, by keyboard alone; it and the token stay from page to page", async ({
  signedIn: page,
}) => {
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1, name: "API" })).toBeVisible();
  const search = page.getByRole("searchbox", { name: "Search operations" });
  // The key is heard once the page runs.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(search).toHaveValue("");
  await page.keyboard.type("replace values");
  const nav = page.getByRole("navigation", { name: "Operations" });
  await expect(nav.getByRole("link")).toHaveText([/Replace all values/]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Replace all values" })).toBeVisible();
  await expect(search).toHaveValue("replace values");
  await expect(nav.getByRole("link")).toHaveAttribute("aria-current", "page");
  await page.getByLabel("Token", { exact: true }).fill("lk_something");
  await search.fill("who you are");
  await nav.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: "Say who you are here" })).toBeVisible();
  await expect(page.getByLabel("Token", { exact: true })).toHaveValue("lk_something");
  await page.reload();
  await expect(page.getByLabel("Token", { exact: true })).toHaveValue("");
});

test("S3, N12: what is tried goes with the token alone, which is kept nowhere", async ({ signedIn: page, owner }) => {
  const token = await makeToken(owner, ["credential:list"]);
  await page.goto("/docs/api/getOwn");
  const seen = watchRequests(page);
  await page.getByLabel("Token", { exact: true }).fill(token);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText('"kind": "token"')).toBeVisible();
  await expect(page.getByText("200", { exact: false }).first()).toBeVisible();
  expect(seen).toEqual([{ what: "GET /api/v1/me", authorization: `Bearer ${token}`, cookie: undefined }]);
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, history.state, location.href]));
  expect(kept).not.toContain(token);
});

test("what changes something takes a second click, and what deletes asks", async ({ signedIn: page, owner }) => {
  const token = await makeToken(owner, ["credential:create", "credential:delete"]);
  await page.goto("/docs/api/createCredential");
  const seen = watchRequests(page);
  await page.getByRole("button", { name: "Review request" }).click();
  await expect(page.getByText("Paste a token first.")).toBeVisible();
  await page.getByLabel("Token", { exact: true }).fill(token);
  await page.getByRole("textbox", { name: "Body" }).fill("{");
  await page.getByRole("button", { name: "Review request" }).click();
  await expect(page.getByText("This isn't JSON.").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Body" }).fill('{"name":"x"}');
  await page.getByRole("button", { name: "Review request" }).click();
  await expect(page.getByText("This will change real data.")).toBeVisible();
  expect(seen).toEqual([]);
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText(/"code": "(NOT_FOUND|INVALID_INPUT)"/)).toBeVisible();
  expect(seen.map(({ what }) => what)).toEqual(["POST /api/v1/credentials"]);

  const nav = page.getByRole("navigation", { name: "Operations" });
  await nav.getByRole("link", { name: /^DELETE Delete a credential$/ }).click();
  await page.getByLabel("id", { exact: true }).fill("a-random-identifier");
  await page.getByRole("button", { name: "Review request" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(seen).toHaveLength(1);
  await page.getByRole("button", { name: "Review request" }).click();
  await dialog.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText('"code": "NOT_FOUND"')).toBeVisible();
});

test("axe finds nothing, wide and narrow, and nothing scrolls sideways", async ({ signedIn: page, consoleErrors }) => {
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["", "/createCredential", "/exportAudit", "/inviteMember", "/getDocument"]) {
      await page.goto(`/docs/api${path}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      expect(await runAxe(page), `${path} at ${width}`).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  expect(consoleErrors).toEqual([]);
});

test("an operation that there is not, and a page for those who are signed in", async ({
  signedIn: page,
  browser,
  home,
}) => {
  await page.goto("/docs/api/toString");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/nothing here/i);
  const stranger = await browser.newPage();
  await stranger.goto(`${home.app.url}/docs/api`);
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.close();
});
