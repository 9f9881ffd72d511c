import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { cookieOf, expect, OWNER, test } from "../support/fixtures";
import { oneTimeCode } from "../support/one-time-code";
import { join, Person } from "../support/people";
import { resetLink } from "../support/run-operator";

test.use({ ownSession: true, installation: "sign-in/required-second-factor" });

const region = (page: Page, name: string) => page.getByRole("region", { name });

async function setUpApp(page: Page, password: string): Promise<void> {
  const section = region(page, "Authenticator app");
  await section.getByLabel("Your password", { exact: true }).fill(password);
  await section.getByRole("button", { name: "Set up" }).click();
  const secret = (await section.locator("code").textContent()) ?? "";
  await section.getByLabel("I saved my backup codes").check();
  await section.getByLabel("3. The code").fill(oneTimeCode(secret));
  await section.getByRole("button", { name: "Turn on" }).click();
  await expect(section.getByText("On: signing in asks for a code.")).toBeVisible();
}

async function requireIt(page: Page): Promise<void> {
  await page.goto("/settings");
  await region(page, "Two-step verification").getByRole("button", { name: "Require two-step verification" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Require it" }).click();
}

test("A17: a workspace requires a second factor: at the next click there is only the way to one, and then all else", async ({
  signedIn: page,
  browser,
  home,
}) => {
  test.setTimeout(120_000);
  const at = home.app.url;
  const owner = new Person(at, await cookieOf(page), OWNER.email);
  const member = await join(owner, "member", "Mel");
  const context = await browser.newContext({ baseURL: at });
  await context.addCookies(member.cookies());
  const theirs = await context.newPage();
  await theirs.goto("/credentials");
  await requireIt(page);
  await expect(page.getByText("Start with yourself")).toBeVisible();
  await page.goto("/account");
  await setUpApp(page, OWNER.password);
  await requireIt(page);
  const section = region(page, "Two-step verification");
  await expect(section.getByText("Required. Still without one: 1 of 2 people.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.goto("/notices");
  await expect(page.getByText("Two-step verification is now required")).toBeVisible();

  await theirs.getByRole("link", { name: "Data sources" }).click();
  await theirs.waitForURL("**/account?next=%2Fdata-sources");
  await expect(theirs.getByText("requires two-step verification")).toBeVisible();
  await expect(theirs.getByText("First prove your email address below.")).toBeVisible();
  const refused = await member.get("/credentials");
  expect([refused.status, refused.body.code]).toEqual([403, "SECOND_FACTOR_REQUIRED"]);

  // The operator's link proves the address, and ends the session.
  const password = "a second quiet sentence";
  await theirs.goto(await resetLink(home.env, member.email));
  await theirs.getByLabel("New password", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "Set password" }).click();
  await theirs.getByRole("link", { name: "Sign in" }).click();
  await theirs.getByLabel("Email").fill(member.email);
  await theirs.getByLabel("Password", { exact: true }).fill(password);
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await theirs.waitForURL("**/account?next=%2Foverview");
  await expect(theirs.getByText(/^To continue, set up an authenticator app/)).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Credentials" })).toHaveCount(0);
  expect(await runAxe(theirs)).toEqual([]);
  await setUpApp(theirs, password);
  await theirs.getByRole("main").getByRole("link", { name: "Continue" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await context.close();
});
