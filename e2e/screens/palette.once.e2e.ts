import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { test } from "../support/cast";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, type Person } from "../support/people";
import { newName } from "../support/stage";

const HOSTILE = "Palette <b>EU</b> مبيعات";

const palette = (page: Page) => page.getByRole("dialog", { name: "Search and go to" });
const field = (page: Page) => palette(page).getByRole("combobox");
/** What the screen reader is told has the choice. */
const chosen = async (page: Page) =>
  page.locator(`[id="${await field(page).getAttribute("aria-activedescendant")}"]`).textContent();

/** One credential whose name is hard to draw, made once for all tests of a worker. */
let hostile: Promise<string> | undefined;
const hostileOf = (owner: Person, pair: Parameters<typeof credentialBody>[0]) =>
  (hostile ??= owner.post("/credentials", credentialBody(pair, HOSTILE)).then(({ body }) => body.id));

test("U16: the palette by keyboard alone: it comes when it is asked for, finds names, goes there, and gives the focus back", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const id = await hostileOf(owner, home.clari.pair);
  const source = newName("Palette calls");
  await owner.post("/data-sources", dataSourceBody(id, source));
  const scripts: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await page.goto("/overview");
  const before = scripts.length;
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  expect(scripts.length, "no page carries it").toBeGreaterThan(before);
  expect(await chosen(page)).toContain("Add Credential");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await runAxe(page)).toEqual([]);
  }
  await page.keyboard.press("ArrowUp");
  expect(await chosen(page)).toContain("Your account");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  expect(await chosen(page)).toContain("Create data source");
  await page.keyboard.type("palette");
  await expect(palette(page).getByRole("option", { name: HOSTILE })).toBeVisible();
  await expect(palette(page).getByRole("group", { name: "Data sources" }).getByRole("option")).toHaveText([source]);
  await expect(palette(page).getByRole("status")).toHaveText("2 results");
  expect(await runAxe(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/credentials/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  await page.getByRole("button", { name: "Search", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("zzzz no such thing");
  await expect(palette(page).getByText("Nothing found")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(palette(page)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Search", exact: true })).toBeFocused();

  await page.setViewportSize({ width: 320, height: 640 });
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("no key is lost while what knows its meaning comes", async ({ signedIn: page }) => {
  await page.addInitScript(() => {
    const heard: boolean[] = [];
    let isPressed = false;
    document.addEventListener("keydown", () => (isPressed = true), { capture: true });
    const press = () => {
      const key = { key: "k", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true };
      // Whoever hears it keeps the browser's own search away.
      heard.push(!document.body.dispatchEvent(new KeyboardEvent("keydown", key)));
    };
    const onCommitFiberRoot = () => {
      if (!isPressed || heard.length > 8) return;
      // After a long turn React leaves what its parts do to the next one: in between a key is pressed.
      for (const end = performance.now() + 50; performance.now() < end; );
      queueMicrotask(press);
    };
    const hook = { supportsFiber: true, inject: () => 1, onCommitFiberRoot, onCommitFiberUnmount: () => undefined };
    const whole = { ...hook, onPostCommitFiberRoot: () => undefined };
    Object.assign(window, { heard, __REACT_DEVTOOLS_GLOBAL_HOOK__: whole });
  });
  await page.goto("/overview");
  // Means nothing, but may.
  await page.keyboard.press("x");
  const heard = () => page.evaluate(() => (window as unknown as { heard: boolean[] }).heard);
  await expect.poll(async () => (await heard()).length > 4 || (await heard()).includes(false)).toBe(true);
  expect(await heard()).not.toContain(false);
});

test("the acts of the palette open what they name, wherever one is", async ({ signedIn: page }) => {
  for (const [words, dialog] of [
    ["invite", "Invite to the workspace"],
    ["create token", "Create token"],
    ["add credential", "Add New Credential"],
  ] as const) {
    await page.goto("/members");
    await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.waitForURL(({ search }) => search === "");
  }
});

test("Z1: the palette offers what the role may, and finds what it may see", async ({ cast, browser, home }) => {
  await hostileOf(cast.owner, home.clari.pair);
  const context = await browser.newContext({ baseURL: cast.viewer.url });
  await context.addCookies(cast.viewer.cookies());
  const page = await context.newPage();
  await page.goto("/overview");
  await page.keyboard.press("c");
  await page.keyboard.press("n");
  await page.keyboard.press("g");
  await page.keyboard.press("a");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  expect(new URL(page.url()).pathname).toBe("/overview");
  await expect(palette(page).getByRole("option")).toHaveText([
    /^Show keyboard shortcuts/,
    /^Get help with this screen/,
    /^Overview/,
    /^Data sources/,
    /^Credentials/,
    /^Members/,
    /^Notices/,
    /^Guides/,
    /^Your account/,
  ]);
  await page.keyboard.type("palette");
  await expect(palette(page).getByRole("option", { name: HOSTILE })).toBeVisible();
  await context.close();
});

test("U16: keys lead to places and acts, do nothing while one types or composes, and can be turned off", async ({
  signedIn: page,
  owner,
  home,
}) => {
  // A list that has nothing has no search.
  await hostileOf(owner, home.clari.pair);
  await page.goto("/overview");
  // What is typed before the palette has come is in it, and means nothing else.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("cg audit");
  await expect(field(page)).toHaveValue("cg audit");
  await page.keyboard.press("Escape");
  expect(page.url()).toMatch(/\/overview$/);
  const go = async (keys: string, path: string) => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
    await page.waitForURL(`**${path}`);
  };
  await go("g c", "/credentials");
  await expect(page.getByRole("heading", { name: "Credentials", exact: true })).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").first()).toBeFocused();
  await page.keyboard.type("g s?c/n");
  await expect(page.getByRole("searchbox").first()).toHaveValue("g s?c/n");
  expect(page.url()).toMatch(/\/credentials$/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("heading", { name: "Credentials", exact: true }).focus();
  await go("g s", "/data-sources");
  for (const [keys, path, name] of [
    ["g m", "/members", "Members"],
    ["g a", "/audit", "Audit"],
    ["g d", "/docs/api", "API"],
    ["g o", "/overview", "Overview"],
  ] as const) {
    await go(keys, path);
    await expect(page.getByRole("heading", { name, exact: true, level: 1 })).toBeFocused();
  }
  await go("c", "/credentials?add=1");
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await overlay.getByRole("button", { name: /Gong/ }).click();
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  await page.keyboard.type("c g o ?");
  await expect(overlay.getByLabel("Credential Name")).toHaveValue("c g o ?");
  // Nothing over what is open: what is typed there could be lost.
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.press("Control+Enter");
  await expect(
    overlay
      .getByText("Enter an access key.")
      .or(overlay.getByText(/^Enter /).first())
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.waitForURL(/\/credentials$/);

  const compose = () =>
    page.evaluate(() =>
      document.body.dispatchEvent(
        new KeyboardEvent("keydown", { key: "c", code: "KeyC", bubbles: true, isComposing: true }),
      ),
    );
  await compose();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toBeVisible();
  expect(page.url()).toMatch(/\/credentials$/);
  expect(await runAxe(page)).toEqual([]);
  await sheet.getByLabel("Use keys without Ctrl or ⌘").uncheck();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.press("c");
  await page.keyboard.press("?");
  await page.goto("/credentials");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.type("shortcuts");
  await page.keyboard.press("Enter");
  await sheet.getByLabel("Use keys without Ctrl or ⌘").check();
  await page.keyboard.press("Escape");
  await go("g n", "/notices");
});
