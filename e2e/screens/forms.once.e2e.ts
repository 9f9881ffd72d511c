import type { Page } from "playwright/test";
import { addCredential } from "../support/add-credential";
import { MOVABLE_CLOCK, moveClock } from "../support/clock";
import { expect, test } from "../support/fixtures";

// What every form has in common. It ages a session: of its own.
test.use({ settings: MOVABLE_CLOCK, ownSession: true });

const forms = (page: Page) => page.locator("form:has(:required)").filter({ visible: true });

test("the star is explained once in each form, and each button that shows a value says which", async ({
  signedIn: page,
  home,
}) => {
  const id = await addCredential(page, "For its forms", home.clari.generatePair());
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  for (const [path, button] of [
    ["/data-sources/new/clari-copilot", "Add Credential"],
    [`/data-sources/new/clari-copilot/configure?credential=${id}`],
    [`/credentials/${id}`, "Replace values"],
    [`/credentials/${id}`, "Edit"],
    ["/settings/tokens", "Create token"],
    ["/members", "Invite"],
    ["/account"],
    ["/settings"],
  ] as const) {
    await page.goto(path);
    if (button) await press(button);
    await expect(forms(page).first(), path).toBeVisible();
    for (const form of await forms(page).all())
      await expect(form.getByText("* Required", { exact: true }), `${path} ${button}`).toHaveCount(1);
  }
  await page.goto(`/credentials/${id}?replace=1`);
  const field = page.getByLabel("API Password", { exact: true });
  await field.fill("to be seen");
  await press("Show API Password");
  await expect(field).toHaveAttribute("type", "text");
  await expect(page.getByRole("button", { name: "Hide API Password" })).not.toHaveAttribute("aria-pressed");
  await expect(page.getByRole("button", { name: "Show API Key" })).toBeVisible();
});

test("Confirm it's you adds no landmark of a page, and leads to the field that is wrong", async ({
  signedIn: page,
  home,
}) => {
  const id = await addCredential(page, "Deleted late", home.clari.generatePair());
  await page.goto(`/credentials/${id}`);
  await moveClock(home.app);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm it's you" });
  const password = dialog.getByLabel("Your password", { exact: true });
  for (const typed of ["", "not the password"]) {
    await password.fill(typed);
    await dialog.getByRole("button", { name: "Confirm" }).click();
    await expect(password).toHaveAttribute("aria-invalid", "true");
    await expect(password).toBeFocused();
  }
  // A section for those who go by landmarks, as the other places are.
  await expect(page.locator("nav").getByText("Notices")).toHaveCount(1);
  await expect(dialog.getByRole("contentinfo")).toHaveCount(0);
  await expect(dialog.getByRole("banner")).toHaveCount(0);
});
