import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect, type Home, makeOwner, OWNER, test } from "../support/fixtures";

/** Presses Tab until the wanted element has the focus, as someone would who looks for it. */
async function tabTo(page: Page, role: Parameters<Page["getByRole"]>[0], name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach the ${role} ${name}.`);
}

/** Whatever has the focus must show it: an outline, or a border that stands for one. */
async function assertFocusIsSeen(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const element = document.activeElement;
    const seen = [element, element?.parentElement, element?.closest("label")];
    return seen.some((one) => one instanceof Element && getComputedStyle(one).outlineStyle !== "none");
  });
  expect(shown).toBe(true);
}

// An installation of its own: other tests leave the provider's circuit open.
test.use({ installation: "screens/keyboard" });

/** What has the focus is in the window, and nothing lies over its middle. */
async function assertFocusIsInSight(page: Page): Promise<void> {
  const seen = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const box = element?.getBoundingClientRect();
      if (!element || !box) return false;
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return at !== null && (element.contains(at) || (element.closest("label")?.contains(at) ?? false));
    });
  await expect.poll(seen).toBe(true);
}

async function doMainJob(page: Page, home: Home, name: string): Promise<void> {
  await makeOwner(home.app.url);
  // Another test may have saved the pair before it.
  home.clari.generatePair();
  const type = (text: string) => page.keyboard.type(text);
  await page.goto("/data-sources/new");
  await page.waitForURL(/\/sign-in/);
  await expect(page.getByLabel("Email")).toBeFocused();
  await type(OWNER.email);
  await page.keyboard.press("Tab");
  await type(OWNER.password);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/data-sources/new");

  await tabTo(page, "searchbox", "Search data source types");
  await type("clari");
  await expect(page.getByRole("link", { name: "Gong", exact: true })).toBeHidden();
  await page.keyboard.press("Tab");
  await assertFocusIsSeen(page);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/data-sources/new/clari-copilot");

  await tabTo(page, "button", "Add Credential");
  await assertFocusIsSeen(page);
  await page.keyboard.press("Enter");
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  await type(name);
  await assertFocusIsInSight(page);
  await tabTo(page, "textbox", "API Key");
  await type(home.clari.pair.apiKey);
  await tabTo(page, "textbox", "API Password");
  await type("wrong-at-first");
  await page.keyboard.press("Enter");
  await expect(overlay.getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await tabTo(page, "textbox", "API Password");
  await assertFocusIsInSight(page);
  await page.keyboard.press("Control+A");
  await type(home.clari.pair.apiPassword);
  await page.keyboard.press("Enter");
  await expect(overlay).toBeHidden();
  await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();

  await tabTo(page, "button", "Next");
  await assertFocusIsInSight(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/configure/);
  await tabTo(page, "textbox", "Data source name");
  await type(`Made ${name}`);
  await tabTo(page, "combobox", "Endpoint");
  await page.keyboard.press("ArrowDown");
  await assertFocusIsSeen(page);
  await tabTo(page, "button", "Create data source");
  await assertFocusIsInSight(page);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  await expect(page.getByRole("heading", { name: `Made ${name}` })).toBeVisible();
}

test("U16: the whole main job without a mouse, from signing in to the created source", async ({ page, home }) => {
  await doMainJob(page, home, "by keyboard");
});

test("U16: the whole main job without a mouse at 200 % zoom of a laptop, in forced colours", async ({ page, home }) => {
  await page.setViewportSize({ width: 720, height: 450 });
  await page.emulateMedia({ forcedColors: "active" });
  await doMainJob(page, home, "by keyboard at 200 %");
});

test("U16: the overlay keeps the focus inside, Escape asks before it throws text away, and focus goes back", async ({
  signedIn: page,
}) => {
  await page.goto("/data-sources/new/clari-copilot");
  await tabTo(page, "button", "Add Credential");
  await page.keyboard.press("Enter");
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  for (const key of ["Tab", "Shift+Tab"]) {
    for (let presses = 0; presses < 15; presses += 1) {
      await page.keyboard.press(key);
      expect(await overlay.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true);
    }
  }
  await tabTo(page, "textbox", "Credential Name");
  await page.keyboard.type("Half");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Discard" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(overlay.getByLabel("Credential Name")).toHaveValue("Half");
  await page.keyboard.press("Escape");
  await tabTo(page, "button", "Discard");
  await page.keyboard.press("Enter");
  await expect(overlay).toBeHidden();
  await expect(page.getByRole("button", { name: "Add Credential" })).toBeFocused();
});
