import type { Locator, Page } from "playwright/test";
import { expect, fillCredential, test } from "../support/fixtures";

// After a refusal the overlay says why, and every field has to be seen and corrected beneath it.
const SIZES = [
  ["a phone", { width: 360, height: 740 }],
  ["a laptop", { width: 1440, height: 900 }],
  // What a window of 1440 × 900 has left for the page at 200 %.
  ["a laptop at 200 %", { width: 720, height: 450 }],
] as const;

const FIELDS = ["Credential Name", "Credential Description", "API Key", "API Password"];

/** What a click in the middle of a field would meet, and how much of the field's box is in the window. */
async function isInReach(field: Locator): Promise<boolean> {
  return field.evaluate((element) => {
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const isInside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    // Near all four corners and in the middle: nothing lies upon any part of it.
    const points = [0.1, 0.5, 0.9].map((part) => [left + width * 0.3, top + height * part] as const);
    return isInside && points.every(([x, y]) => document.elementFromPoint(x, y) === element);
  });
}

/** What scrolls inside of the overlay. A field that scrolls its own text is none. */
const scrollers = (page: Page) =>
  page.getByRole("dialog").evaluate(
    (dialog) =>
      [...dialog.querySelectorAll("*")].filter((element) => {
        const { overflowY } = getComputedStyle(element);
        const isOne = overflowY === "auto" || overflowY === "scroll";
        return isOne && element.tagName !== "TEXTAREA" && element.scrollHeight > element.clientHeight;
      }).length,
  );

async function refuse(page: Page): Promise<void> {
  await fillCredential(page, "Has room", { apiKey: "not-the-key", apiPassword: "not-the-password" });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog").getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect(page.getByLabel("API Key", { exact: true })).toBeFocused();
}

for (const [place, viewport] of SIZES) {
  test(`after a refusal every field can be seen and corrected on ${place}`, async ({ signedIn: page }) => {
    await page.setViewportSize(viewport);
    await refuse(page);
    // Where the focus was led, nothing has to be scrolled.
    await expect.poll(() => isInReach(page.getByLabel("API Key", { exact: true }))).toBe(true);
    expect(await scrollers(page)).toBeLessThanOrEqual(1);
    // With all that the answer has to say.
    await page.getByText("Other causes").click();
    expect(await scrollers(page)).toBeLessThanOrEqual(1);
    for (const label of FIELDS) {
      const field = page.getByLabel(label, { exact: true });
      await field.scrollIntoViewIfNeeded();
      expect(await isInReach(field), label).toBe(true);
      await field.click();
      await field.fill(`corrected ${label}`);
      await expect(field).toHaveValue(`corrected ${label}`);
    }
    await expect(page.getByRole("button", { name: "Save", exact: true })).toBeInViewport({ ratio: 1 });
  });
}

test("on a laptop the answer and both fields that it is about are in sight at once", async ({ signedIn: page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await refuse(page);
  const answer = page.getByRole("dialog").getByText("Clari Copilot didn't accept this pair.");
  await expect(answer).toBeInViewport({ ratio: 1 });
  for (const label of ["API Key", "API Password"])
    await expect.poll(() => isInReach(page.getByLabel(label, { exact: true })), label).toBe(true);
  const [above, below] = await Promise.all([
    answer.boundingBox(),
    page.getByLabel("API Key", { exact: true }).boundingBox(),
  ]);
  expect(above?.y).toBeLessThan(below?.y ?? 0);
});

test("an explanation that comes late leaves the field that it is about in sight", async ({ signedIn: page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await fillCredential(page, "Has room later", { apiKey: "not-the-key", apiPassword: "not-the-password" });
  let isHeld = true;
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await expect.poll(() => isHeld).toBe(false);
    await route.continue();
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const field = page.getByLabel("API Key", { exact: true });
  await expect(field).toBeFocused();
  await expect.poll(() => isInReach(field)).toBe(true);
  await expect(page.getByText("Other causes")).toHaveCount(0);
  isHeld = false;
  await expect(page.getByText("Other causes")).toBeAttached();
  await expect.poll(() => isInReach(field)).toBe(true);
});
