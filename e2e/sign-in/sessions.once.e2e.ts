import { cookieOf, expect, makeOwner, OWNER, signIn, test } from "../support/fixtures";
import { saveAs } from "../support/save-as";

test.use({ ownSession: true });

const statusOf = async (url: string, cookie: string) =>
  (await fetch(`${url}/api/v1/credentials`, { headers: { cookie } })).status;

test("A9, A14: signing out ends the session at the server and empties the browser", async ({
  signedIn: page,
  home,
}) => {
  expect(await saveAs(home, await cookieOf(page), "Left behind")).toBe(201);
  await page.goto("/credentials");
  await expect(page.getByText("Left behind")).toBeVisible();
  const cookie = await cookieOf(page);
  expect(await statusOf(home.app.url, cookie)).toBe(200);
  const left = page.waitForResponse((response) => response.url().endsWith("/api/v1/sign-out"));
  await page.getByRole("button", { name: "Sign out" }).click();
  const headers = await (await left).allHeaders();
  expect(headers["clear-site-data"]).toBe('"cache", "storage"');
  await page.waitForURL("**/sign-in");
  expect(await statusOf(home.app.url, cookie)).toBe(401);
  await page.goBack();
  await page.waitForURL("**/sign-in**");
  await expect(page.getByText("Left behind")).toHaveCount(0);
  const foreign = await fetch(`${home.app.url}/api/v1/sign-out`, {
    method: "POST",
    headers: { origin: "https://evil.example" },
  });
  expect(foreign.status).toBe(403);
});

test("A13, A9: one sees one's sessions and ends them; a new password ends all others", async ({
  signedIn: page,
  browser,
  home,
}) => {
  test.setTimeout(90_000);
  const elsewhere = async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, home.app.url);
    return cookieOf(other);
  };
  const first = await elsewhere();
  const second = await elsewhere();
  await page.goto("/account");
  const list = page.getByRole("region", { name: "Where you are signed in" });
  await expect(list.getByText("this one")).toHaveCount(1);
  const before = await list.getByRole("listitem").count();
  await list
    .getByRole("button", { name: /^End session of Chrome on Linux at 127\.0\.0\.1$/ })
    .first()
    .click();
  await expect(list.getByRole("listitem")).toHaveCount(before - 1);
  const living = [await statusOf(home.app.url, first), await statusOf(home.app.url, second)];
  expect(living.filter((status) => status === 401)).toHaveLength(1);

  const NEW = "another quiet sentence to keep";
  const section = page.getByRole("region", { name: "Password" });
  await section.getByLabel("Current password", { exact: true }).fill("not the password");
  await section.getByLabel("New password", { exact: true }).fill(NEW);
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("That's not your password.")).toBeVisible();
  await expect(section.getByLabel("Current password", { exact: true })).toBeFocused();
  await expect(section.getByLabel("New password", { exact: true })).toHaveValue(NEW);
  await section.getByLabel("Current password", { exact: true }).fill(OWNER.password);
  await section.getByLabel("New password", { exact: true }).fill("Password12345");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("too easy to guess")).toBeVisible();
  await section.getByLabel("New password", { exact: true }).fill(NEW);
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("Saved", { exact: true })).toBeVisible();
  await expect(section.getByLabel("New password", { exact: true })).toHaveValue("");
  expect([await statusOf(home.app.url, first), await statusOf(home.app.url, second)]).toEqual([401, 401]);
  await expect(list.getByRole("listitem")).toHaveCount(1);
  // Back to the password that the other tests know.
  await section.getByLabel("Current password", { exact: true }).fill(NEW);
  await section.getByLabel("New password", { exact: true }).fill(OWNER.password);
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("Saved", { exact: true })).toBeVisible();
  expect(await makeOwner(home.app.url)).toBe(409);
});
