import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect, fillCredential, test } from "../support/fixtures";

const toast = (page: Page) => page.getByRole("status").filter({ hasText: "was saved as" });

async function save(page: Page, name: string, pair: { apiKey: string; apiPassword: string }): Promise<void> {
  await fillCredential(page, name, pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(toast(page)).toContainText(name);
}

test("a toast stays for eight seconds at least, and for as long as someone is at it", async ({
  signedIn: page,
  home,
}) => {
  await page.clock.install();
  await save(page, "Said for a while", home.clari.pair);
  await page.clock.fastForward(8_000);
  await expect(toast(page)).toBeVisible();
  await toast(page).hover();
  await page.clock.fastForward(60_000);
  await expect(toast(page)).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.fastForward(20_000);
  await expect(toast(page)).toBeHidden();

  // By keyboard it waits, too, and the focus goes back where it was.
  await save(page, "Said by keyboard", home.clari.pair);
  const tile = page.getByRole("radio", { name: "Said by keyboard" });
  await expect(tile).toBeFocused();
  const dismiss = toast(page).getByRole("button", { name: "Dismiss" });
  for (let presses = 0; presses < 20; presses += 1) {
    if (await dismiss.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(dismiss).toBeFocused();
  await page.clock.fastForward(60_000);
  await expect(toast(page)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(toast(page)).toBeHidden();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
});

test("a toast hides nothing that leads on, at any width and in both themes", async ({ signedIn: page, home }) => {
  await save(page, "In nobody's way", home.clari.pair);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1440, 768, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 740 });
      const [said, next] = await Promise.all([
        toast(page).boundingBox(),
        page.getByRole("button", { name: "Next" }).boundingBox(),
      ]);
      if (!said || !next) throw new Error("Both are there.");
      const isClear = said.y + said.height <= next.y || next.y + next.height <= said.y;
      expect(isClear, `${width}`).toBe(true);
    }
    expect(await runAxe(page)).toEqual([]);
  }
});
