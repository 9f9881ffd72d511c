import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect, fillCredential, test } from "../support/fixtures";

// Summer time there is two hours ahead of UTC.
test.use({ timezoneId: "Europe/Berlin" });

const created = /\/data-sources\/([^/?]+)\?created=1$/;

/** Opens *Configure* with a verified credential of its own. */
async function configure(page: Page, name: string, pair: { apiKey: string; apiPassword: string }) {
  await fillCredential(page, name, pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name, exact: true }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.waitForURL(/\/configure/);
}

async function storedSource(page: Page) {
  const id = created.exec(page.url())?.[1];
  return (await page.request.get(`/api/v1/data-sources/${id}`)).json();
}

async function paste(page: Page, label: string, text: string) {
  await page.getByLabel(label, { exact: true }).evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", pasted);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("parameters are chosen where the person is, stored in UTC, and what is left empty is not sent", async ({
  signedIn: page,
  home,
}) => {
  await configure(page, "For parameters", home.clari.pair);
  await page.getByLabel("Data source name").fill("All kinds of parameters");
  await page.getByLabel("Endpoint").selectOption("calls");
  const filters = page.locator("summary").filter({ hasText: "Filters" });
  await expect(filters).toContainText("none set");
  await expect(page.getByLabel("Longer than")).toBeHidden();
  await filters.click();

  await page.getByLabel("Started after").fill("2026-05-03T14:00");
  await expect(page.getByText("= 3 May 2026, 12:00 UTC")).toBeVisible();
  await expect(page.getByText("Europe/Berlin").first()).toBeVisible();
  await page.getByLabel("Started before").fill("2026-12-03T14:00");
  await expect(page.getByText("= 3 Dec 2026, 13:00 UTC")).toBeVisible();
  await page.getByRole("button", { name: "Clear Started before" }).click();
  await expect(page.getByLabel("Started before", { exact: true })).toHaveValue("");
  await expect(page.getByLabel("Started before", { exact: true })).toBeFocused();

  await page.getByRole("checkbox", { name: "Processed" }).check();
  await page.getByRole("checkbox", { name: "Scheduled" }).check();
  await page.getByLabel("Longer than").fill("99999");
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByText("must be a whole number from 0 to 7200")).toBeVisible();
  await expect(page.getByLabel("Longer than")).toBeFocused();
  // All that is wrong is said at once, and beside its field.
  await page.getByLabel("Started before").fill("2026-05-03T13:00");
  await page.getByLabel("Users").fill("Bob,");
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByText("Started before has to be later than Started after.")).toBeVisible();
  await expect(page.getByText("“Bob” is not an email address.")).toBeVisible();
  await page.getByRole("button", { name: "Clear Started before" }).click();
  await page.getByRole("button", { name: "Remove Bob" }).click();
  await page.getByLabel("Longer than").fill("600");
  await expect(filters).toContainText("3 set");
  expect(await runAxe(page)).toEqual([]);

  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(created);
  expect((await storedSource(page)).parameters).toEqual({
    filterTimeGt: "2026-05-03T12:00:00.000Z",
    filterDurationGt: 600,
    filterStatus: ["SCHEDULED", "PROCESSED"],
  });
  // And said in words, where one lands.
  const main = page.getByRole("main");
  await expect(main.getByText("3 May 2026, 14:00")).toHaveAttribute("title", "3 May 2026, 12:00:00 UTC");
  await expect(main.getByText("600 seconds")).toBeVisible();
  await expect(main.getByText("Scheduled,")).toBeVisible();
  await expect(main.getByRole("button", { name: "Preview" })).toBeVisible();
  await expect(main.getByRole("region", { name: "Read it" })).toContainText("/records");
});

test("a list is tags: Enter, a comma and a paste add, Backspace and their buttons remove, all by keyboard", async ({
  signedIn: page,
  home,
}) => {
  await configure(page, "For tags", home.clari.pair);
  await page.getByLabel("Data source name").fill("Reads of some people");
  await page.getByLabel("Endpoint").selectOption("calls");
  await page.locator("summary", { hasText: "Filters" }).click();
  const users = page.getByLabel("Users", { exact: true });
  const tags = page.getByRole("list", { name: "Users, entries" });
  await users.focus();
  await page.keyboard.type("ann@example.com");
  await page.keyboard.press("Enter");
  await page.keyboard.type("bob@example.com,cid@example.com,");
  await expect(tags.getByRole("listitem")).toHaveText(["ann@example.com", "bob@example.com", "cid@example.com"]);
  await expect(page.getByText("Added cid@example.com. 3 entries.")).toBeAttached();
  await paste(page, "Users", "dee@example.com\r\neve@example.com, bob@example.com");
  await expect(tags.getByRole("listitem")).toHaveCount(5);
  await page.keyboard.press("Backspace");
  await expect(page.getByText("Removed eve@example.com. 4 entries.")).toBeAttached();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Remove cid@example.com" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(users).toBeFocused();
  const topics = page.getByLabel("Topics", { exact: true });
  await topics.fill('"Pricing, discounts');
  await topics.press("Enter");
  // What was typed and not added yet counts as well.
  await page.getByLabel("Attendees", { exact: true }).fill("gus@example.com");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(created);
  expect((await storedSource(page)).parameters).toEqual({
    filterUser: ["ann@example.com", "bob@example.com", "dee@example.com"],
    filterAttendees: ["gus@example.com"],
    filterTopics: ["Pricing, discounts"],
  });
});

test("what is typed survives a reload and the way back, until it is created or discarded", async ({
  signedIn: page,
  home,
}) => {
  await configure(page, "For drafts", home.clari.pair);
  const address = page.url();
  const name = page.getByLabel("Data source name");
  const restored = page.getByText("Draft restored.");
  await expect(restored).toBeHidden();
  await name.fill("Half typed");
  await page.getByLabel("Endpoint").selectOption("calls");
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByLabel("Started after").fill("2026-05-03T14:00");
  await page.getByLabel("Attendees", { exact: true }).fill("ann@example.com,");
  await page.getByRole("checkbox", { name: "Processed" }).check();

  await page.reload();
  await expect(restored).toBeVisible();
  await expect(name).toHaveValue("Half typed");
  await expect(page.getByLabel("Endpoint")).toHaveValue("calls");
  // What is set is not folded away.
  await expect(page.locator("summary")).toContainText(["3 set"]);
  await expect(page.getByLabel("Started after", { exact: true })).toHaveValue("2026-05-03T14:00");
  await expect(page.getByRole("listitem").filter({ hasText: "ann@example.com" })).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Processed" })).toBeChecked();

  await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "Authenticate" }).click();
  await page.waitForURL(/\/clari-copilot\?/);
  await page.goBack();
  await expect(name).toHaveValue("Half typed");
  await expect(restored).toBeVisible();

  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(name).toHaveValue("");
  await expect(page.getByLabel("Endpoint")).toHaveValue("users");
  await page.reload();
  await expect(name).toHaveValue("");
  await expect(restored).toBeHidden();

  await name.fill("Typed to the end");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(created);
  await page.goto(address);
  await expect(name).toHaveValue("");
  await expect(restored).toBeHidden();
});
