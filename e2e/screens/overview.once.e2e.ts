import type { Browser, Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { test } from "../support/cast";
import { expect, OWNER } from "../support/fixtures";
import { oneTimeCode } from "../support/one-time-code";
import { credentialBody, dataSourceBody, newEmail, type Person } from "../support/people";
import { newName } from "../support/stage";

// One after the other on one fresh installation: it is new only at its beginning.
test.use({ installation: "screens/overview" });

const HOSTILE = "Sales <b>EU</b> مبيعات";
const WINDOW = { width: 1440, height: 900 };

async function openAs(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: person.url, viewport: WINDOW });
  await context.addCookies(person.cookies());
  const page = await context.newPage();
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Overview", exact: true })).toBeVisible();
  return page;
}

/** Seen at one glance on a laptop, and no wider than a phone. */
async function assertFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(WINDOW.height);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await runAxe(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.setViewportSize(WINDOW);
}

test("U16: a new workspace says what comes first, each step leads there, and ticks itself", async ({
  owner,
  browser,
  home,
}) => {
  const page = await openAs(browser, owner);
  const list = page.getByRole("region", { name: "Get started" });
  await expect(list.getByText("0 of 6 done")).toBeVisible();
  await expect(page.getByText("Nothing needs attention.")).toBeVisible();
  await assertFits(page);
  await list.getByRole("link", { name: "Add a credential" }).click();
  const overlay = page.getByRole("dialog", { name: "Add New Credential" });
  await overlay.getByRole("button", { name: /Clari Copilot/ }).click();
  await expect(overlay.getByLabel("Credential Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(overlay).toHaveCount(0);
  await page.waitForURL("**/credentials");

  const { id } = (await owner.post("/credentials", credentialBody(home.clari.generatePair(), HOSTILE))).body;
  await owner.post("/data-sources", dataSourceBody(id, "Nightly users"));
  await owner.post("/invitations", { email: newEmail("waiting"), role: "viewer" });
  await page.goto("/overview");
  await expect(list.getByText("3 of 6 done")).toBeVisible();
  await expect(list.getByText("Done: Add a credential")).toBeVisible();
  await expect(list.getByRole("link")).toHaveText([
    "Choose where notices go",
    "Back up the encryption key",
    "Turn on your second factor",
  ]);
});

test("Z5: each role sees what needs attention, and of the rest what it sees elsewhere", async ({
  cast,
  browser,
  home,
}) => {
  test.setTimeout(120_000);
  const { owner } = cast;
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const create = async (name: string) => {
    const body = { ...credentialBody(home.clari.pair, name), rotateBy: inTenDays };
    return (await owner.post("/credentials", body)).body.id as string;
  };
  const refused: string[] = [];
  for (let number = 1; number <= 7; number += 1) refused.push(await create(`Of last year ${number}`));
  refused.push((await owner.get(`/credentials?q=${encodeURIComponent("Sales EU")}`)).body.data[0].id);
  // The provider takes no pair of before.
  home.clari.generatePair();
  const id = await create("Sales US");
  const source = (await owner.post("/data-sources", dataSourceBody(id, "US users"))).body;
  await owner.post("/data-sources", dataSourceBody(id, "Never read"));
  for (const one of refused) await owner.post(`/credentials/${one}/verify`);
  expect((await owner.get(`/data-sources/${source.id}/records`)).status).toBe(200);

  const regions = async (page: Page) =>
    page
      .getByRole("main")
      .getByRole("region")
      .evaluateAll((all) => all.map((one) => one.querySelector("h2")?.textContent));
  const see = async (person: Person, titles: string[]) => {
    const page = await openAs(browser, person);
    expect(await regions(page)).toEqual(titles);
    await assertFits(page);
    const attention = page.getByRole("region", { name: "Needs attention" });
    await expect(attention.getByRole("link", { name: HOSTILE, exact: true })).toBeVisible();
    await expect(
      attention.getByText("Clari Copilot stopped accepting this pair. 1 data source uses it."),
    ).toBeVisible();
    return { page, attention };
  };
  const rest = ["Needs attention", "Last reads", "Rotations due"];
  const asOwner = await see(owner, ["Get started", ...rest, "Provider budgets", "Security"]);
  await expect(asOwner.page.getByRole("region", { name: "Security" })).toContainText("Backup of the key");
  await expect(asOwner.page.getByRole("region", { name: "Last reads" })).toContainText("Complete:");
  await expect(asOwner.page.getByRole("region", { name: "Last reads" })).toContainText("Not read yet.");
  await expect(asOwner.page.getByRole("region", { name: "Provider budgets" })).toContainText("Reads with Sales US");
  const rotations = asOwner.page.getByRole("region", { name: "Rotations due" });
  await expect(rotations.getByRole("listitem")).toHaveCount(3);
  await expect(rotations.getByRole("link", { name: "See all" })).toHaveAttribute("href", "/credentials?rotation=soon");

  const asAdmin = await see(cast.admin, ["Get started", ...rest, "Provider budgets", "Security"]);
  await expect(asAdmin.page.getByText("Backup of the key")).toHaveCount(0);
  await asAdmin.attention.getByRole("link", { name: `Replace values of ${HOSTILE}` }).click();
  await asAdmin.page.waitForURL(/\?replace=1/);

  const asMember = await see(cast.member, ["Get started", ...rest, "Security"]);
  await expect(asMember.attention.getByText("Ask an admin to replace its values.").first()).toBeVisible();
  await expect(asMember.attention.getByRole("link", { name: /Replace values/ })).toHaveCount(0);

  const asViewer = await see(cast.viewer, ["Needs attention", "Data sources", "Rotations due", "Security"]);
  await expect(asViewer.attention.getByText("Ask an admin to replace its values.").first()).toBeVisible();
  await expect(asViewer.page.getByText("Complete:")).toHaveCount(0);
  for (const { page } of [asOwner, asAdmin, asMember, asViewer]) await page.context().close();
});

test("the checklist can be put away once all is done, and what comes up again needs attention", async ({
  owner,
  browser,
  home,
}) => {
  const { id } = (await owner.post("/credentials", credentialBody(home.clari.pair, newName("Pair")))).body;
  await owner.post("/data-sources", dataSourceBody(id, newName("Source")));
  await owner.post("/invitations", { email: newEmail("waiting"), role: "viewer" });
  const page = await openAs(browser, owner);
  await page.goto("/settings#notices");
  const notices = page.getByRole("region", { name: "Notices" });
  await notices.getByLabel("Webhook address").fill("https://hooks.example.com/latchkey");
  await notices.getByRole("button", { name: "Save" }).click();
  await expect(notices.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Authenticator app" });
  await section.getByLabel("Your password", { exact: true }).fill(OWNER.password);
  await section.getByRole("button", { name: "Set up" }).click();
  await section.getByLabel("3. The code").fill(oneTimeCode((await section.locator("code").textContent()) ?? ""));
  await section.getByLabel("I saved my backup codes").check();
  await section.getByRole("button", { name: "Turn on" }).click();
  await expect(section.getByText("On: signing in asks for a code.")).toBeVisible();
  await page.goto("/overview");
  await expect(page.getByText("5 of 6 done")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hide the checklist" })).toHaveCount(0);
  const key = (await owner.get("/keys")).body.keys[0].id;
  await owner.post(`/keys/${key}/confirm-backup`);
  await page.reload();
  await page.getByRole("region", { name: "All set" }).getByRole("button", { name: "Hide the checklist" }).click();
  await expect(page.getByRole("region", { name: "All set" })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("region", { name: "Needs attention" })).toBeVisible();
  await expect(page.getByRole("region", { name: "All set" })).toHaveCount(0);
  await assertFits(page);
  await page.context().close();
});
