import type { Locator, Page } from "playwright/test";
import { addCredential } from "../support/add-credential";
import { expect, test } from "../support/fixtures";

/** The paint of an element, as the browser draws it. */
const paint = (element: Locator) =>
  element.evaluate((one) => {
    const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(one);
    return { backgroundColor, borderTopColor, borderTopWidth };
  });
const ground = async (element: Locator) => (await paint(element)).backgroundColor;

async function canvas(page: Page): Promise<string> {
  return page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.background = "canvas";
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    return backgroundColor;
  });
}

test("in forced colours one still sees where one is, what is chosen, what leads on, and each check", async ({
  signedIn: page,
  home,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  const pair = home.clari.generatePair();
  const id = await addCredential(page, "In forced colours", pair);
  await addCredential(page, "Beside it", pair);
  const bare = await canvas(page);
  const [place, other] = ["Data sources", "Credentials"].map((name) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }),
  );
  if (!place || !other) throw new Error("Both are there.");
  expect(await ground(place)).not.toBe(await ground(other));
  const steps = page.getByRole("navigation", { name: "Steps" });
  expect(await ground(steps.getByText("2", { exact: true }))).not.toBe(
    await ground(steps.getByText("3", { exact: true })),
  );
  const tile = (name: string) => page.locator(".credential-tile").filter({ hasText: name });
  expect(await paint(tile("Beside it"))).not.toEqual(await paint(tile("In forced colours")));
  const next = page.getByRole("button", { name: "Next" });
  expect(await ground(next)).not.toBe(bare);

  await page.getByRole("button", { name: "Add Credential" }).click();
  const dialog = page.getByRole("dialog");
  const [test, save] = ["Test", "Save"].map((name) => dialog.getByRole("button", { name, exact: true }));
  if (!test || !save) throw new Error("Both are there.");
  expect(await ground(save)).not.toBe(await ground(test));

  await page.evaluate(async (path) => {
    for (let check = 2; check <= 8; check += 1) await fetch(path, { method: "POST" });
  }, `/api/v1/credentials/${id}/verify`);
  await page.goto(`/credentials/${id}`);
  const checks = page.getByRole("region", { name: "Checks" });
  const bar = checks.getByRole("toolbar").getByRole("button").first().locator("span");
  expect(await ground(bar)).not.toBe(bare);
  expect(await ground(checks.locator("p span span span").first())).not.toBe(bare);
});
