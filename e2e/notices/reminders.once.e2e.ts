import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { cookieOf, expect, fillCredential, OWNER } from "../support/fixtures";
import { ifMatch, join, Person } from "../support/people";
import { test } from "../support/receivers";
import { tableRows } from "../support/table-rows";

// The day to rotate by: on the tile, in the list, on the page, and told once.
test.use({ installation: "notices/reminders" });

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const said = (day: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));
const main = (page: Page) => page.getByRole("main");
const row = (page: Page, name: string) => main(page).getByRole("listitem").filter({ hasText: name });

async function saveTile(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name, exact: true })).toBeChecked();
  return new URL(page.url()).searchParams.get("credential") ?? "";
}

test("a day that has passed: the tile says overdue, the workspace is told once, and replacing the values clears it", async ({
  signedIn: page,
  home,
  receivers: { receiver, mailServer },
}) => {
  await page.goto("/settings/notices");
  await page.getByLabel("Webhook address").fill(`${receiver.origin}/hook`);
  const notices = page.getByRole("region", { name: "Notices" });
  await notices.getByRole("button", { name: "Save" }).click();
  await expect(notices.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  const pair = home.clari.generatePair();
  await fillCredential(page, "Overdue pair", pair);
  await page.getByRole("button", { name: "Add rotation date" }).click();
  const field = page.getByLabel("Rotate by");
  await expect(field).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  // What is taken back is gone, and its place is where it was.
  await page.getByRole("button", { name: "In 90 days" }).click();
  await expect(field).toHaveValue(dayIn(90));
  await page.getByRole("button", { name: "Clear the date" }).click();
  await expect(field).toBeHidden();
  await expect(page.getByRole("button", { name: "Add rotation date" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("");
  // A year that was mistyped tells nobody anything.
  await field.fill("2020-01-31");
  await page.getByLabel("API Key", { exact: true }).fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("This day has passed")).toBeVisible();
  await expect(field).toBeFocused();
  await page.getByRole("button", { name: "Clear the date" }).click();
  await page.getByLabel("API Key", { exact: true }).fill(pair.apiKey);
  const id = await saveTile(page, "Overdue pair");
  const owner = new Person(home.app.url, await cookieOf(page), OWNER.email);
  const { status } = await owner.patch(`/credentials/${id}`, { rotateBy: "2020-01-31" }, ifMatch(1));
  expect(status).toBe(200);
  await page.reload();
  const words = "Rotation overdue was due 31 Jan 2020";
  await expect(page.getByRole("radio", { name: "Overdue pair" })).toHaveAccessibleDescription(new RegExp(words));

  const told = () => receiver.hooks.map(({ body }) => JSON.parse(body));
  await expect.poll(() => told().length, { timeout: 20_000 }).toBe(1);
  expect(told()[0]).toMatchObject({
    type: "credential.rotate-overdue",
    data: { credentialId: id, credentialName: "Overdue pair", rotateBy: "2020-01-31" },
  });
  await expect.poll(() => mailServer.mails.length).toBe(1);
  expect(mailServer.mails[0]?.to).toEqual([OWNER.email]);
  expect(mailServer.mails[0]?.text).toContain("Subject: Overdue pair is overdue for rotation");

  // A viewer sees the day as well, and nothing that only admins may.
  const viewer = await join(owner, "viewer");
  const [tile] = (await viewer.get("/credentials")).body.data;
  expect(tile).toMatchObject({ rotation: { dueOn: "2020-01-31", isOwn: true, state: "overdue" } });
  expect(tile).not.toHaveProperty("revision");

  await page.goto("/credentials");
  await expect(tableRows(page, "Credentials").filter({ hasText: "Overdue pair" })).toContainText(
    "Overdue, 31 Jan 2020",
  );
  await page.getByRole("link", { name: "Rotate soon 1" }).click();
  await expect(tableRows(page, "Credentials")).toHaveCount(1);
  await page.goto("/notices");
  const item = row(page, "Overdue pair");
  await expect(item).toContainText("Overdue pair is overdue for rotation");
  await expect(item).toContainText("Its values should have been replaced by 31 Jan 2020. Get a new pair from Clari");
  expect(await runAxe(page)).toEqual([]);
  await item.getByRole("link", { name: "Replace values" }).click();
  const next = home.clari.generatePair();
  await page.getByLabel("API Key", { exact: true }).fill(next.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(next.apiPassword);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByText("New values verified and in use.")).toBeVisible();
  await expect(page.getByText("No date")).toBeVisible();
  await page.goto("/notices");
  await expect(row(page, "Overdue pair")).toContainText("Someone has changed its values since.");
  await page.goto("/data-sources/new/clari-copilot");
  await expect(page.getByRole("radio", { name: "Overdue pair" })).not.toHaveAccessibleDescription(/Rotat/);
  expect(told()).toHaveLength(1);
});

test("a date is set, refused where only half of it is typed, and cleared in the edit form", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Dated pair", home.clari.pair);
  await page.goto(`/credentials/${await saveTile(page, "Dated pair")}`);
  const edit = async (fill: () => Promise<unknown>) => {
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await fill();
    await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  };
  const field = page.getByLabel("Rotate by");
  await edit(() => field.pressSequentially("0303"));
  await expect(page.getByText("Enter a full date in this century")).toBeVisible();
  await expect(field).toBeFocused();
  await field.fill(dayIn(14));
  await page.getByRole("dialog").getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  const facts = main(page).locator("dl").first();
  await expect(facts.getByText("Rotate soon")).toBeVisible();
  await expect(facts.getByText(`by ${said(dayIn(14))}`)).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await edit(() => field.fill("2099-12-31"));
  await expect(facts.getByText("Rotate by 31 Dec 2099")).toBeVisible();
  await edit(() => field.fill(""));
  await expect(facts.getByText("No date")).toBeVisible();
});

test("a maximum age of values is chosen in the settings, and every tile says by when", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Ageing pair", home.clari.pair);
  await saveTile(page, "Ageing pair");
  await page.goto("/settings/credentials");
  const section = page.getByRole("region", { name: "Rotation" });
  const days = section.getByLabel("Replace values after");
  const save = section.getByRole("button", { name: "Save" });
  for (const wrong of ["7", "ninety", "45.5"]) {
    await days.fill(wrong);
    await save.click();
    await expect(section.getByText("Enter a whole number of days between 30 and 3,650")).toBeVisible();
    await expect(days).toBeFocused();
  }
  await days.fill("90");
  await save.click();
  await expect(section.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await page.goto("/data-sources/new/clari-copilot");
  const tile = page.getByRole("radio", { name: "Ageing pair" });
  await expect(tile).toHaveAccessibleDescription(new RegExp(`Rotate by ${said(dayIn(90))}`));
  await page.goto("/settings/credentials");
  await expect(days).toHaveValue("90");
  await days.fill("");
  await save.click();
  await expect(section.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await page.goto("/data-sources/new/clari-copilot");
  await expect(tile).not.toHaveAccessibleDescription(/Rotate/);
});
