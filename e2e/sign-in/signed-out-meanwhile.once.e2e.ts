import type { Page } from "playwright/test";
import { addCredential } from "../support/add-credential";
import { runAxe } from "../support/axe";
import { expect, fillCredential, OWNER, test } from "../support/fixtures";

// It ends a session: of its own.
test.use({ ownSession: true });

const question = (page: Page) => page.getByRole("dialog", { name: "Your session has ended" });

/** Signs in again in the small window, which closes itself. */
async function signInBeside(page: Page): Promise<void> {
  const dialog = question(page);
  const [beside] = await Promise.all([
    page.waitForEvent("popup"),
    dialog.getByRole("button", { name: "Sign in" }).click(),
  ]);
  await beside.getByLabel("Email").fill(OWNER.email);
  await beside.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await Promise.all([
    beside.waitForEvent("close"),
    beside.getByRole("button", { name: "Sign in", exact: true }).click(),
  ]);
  await expect(dialog).toBeHidden();
}

test("a session that ended while something was typed is renewed beside it, and what was begun goes on", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Typed before it ended", home.clari.generatePair());
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(question(page).getByRole("button", { name: "Sign in" })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  await signInBeside(page);
  await expect(page.getByRole("radio", { name: "Typed before it ended" })).toBeFocused();
});

test("it is renewed for a preview and for several checks in a row, too", async ({ signedIn: page, home }) => {
  const pair = home.clari.generatePair();
  const id = await addCredential(page, "Renewed one", pair);
  await addCredential(page, "Renewed two", pair);
  await page.goto(`/data-sources/new/clari-copilot/configure?credential=${id}`);
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Preview" }).click();
  await signInBeside(page);
  await expect(page.getByRole("region", { name: "Preview" }).getByText(/records?, in .* s\./)).toBeVisible();

  await page.goto("/credentials?q=renewed");
  await page.getByRole("checkbox", { name: "Select Renewed one" }).check();
  await page.getByRole("checkbox", { name: "Select Renewed two" }).check();
  await page.context().clearCookies();
  home.clari.clearRequests();
  await page.getByRole("button", { name: "Verify selected" }).click();
  await signInBeside(page);
  await expect.poll(() => home.clari.requests.length).toBe(2);
  await expect(page.getByText("Your session has ended. Sign in again.")).toHaveCount(0);
});

test("where nobody signs in again, what was typed stays and the reason is said", async ({ signedIn: page, home }) => {
  await fillCredential(page, "Stays typed", home.clari.generatePair());
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await question(page).getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Your session has ended. Sign in again.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Credential Name" })).toHaveValue("Stays typed");
});
