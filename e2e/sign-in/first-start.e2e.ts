import { expect, makeOwner, OWNER, TOKEN, test } from "../support/fixtures";

// Alone in its file, and for an installation of its own: every other test starts with an owner.
test.use({ installation: "sign-in/first-start" });

test("A5: first start: the set-up link makes the owner, and sign-up is closed afterwards", async ({ page, home }) => {
  await page.goto("/");
  await page.waitForURL("**/setup");
  // While it loads, Next.js itself writes the address, and a # of that very moment would be lost.
  await expect(page.getByLabel("Set-up token")).toBeVisible();
  const link = /http:\S+\/setup#\S+/.exec(home.app.output())?.[0];
  expect(link).toBeTruthy();
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url(), request.headers().referer ?? ""));
  await page.goto(link ?? "");
  await expect(page.getByLabel("Set-up token")).toHaveValue(TOKEN);
  expect(page.url(), "nobody copies it from the address bar").toBe(`${home.app.url}/setup`);
  await page.getByLabel("Name", { exact: true }).fill(OWNER.name);
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create owner account" }).click();
  await expect(page.getByText("Use at least 12 characters")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Create owner account" }).click();
  await page.waitForURL("**/overview");
  await expect(page.getByRole("heading", { name: "Get started" })).toBeVisible();
  expect(addresses.filter((address) => address.includes(TOKEN) && !address.includes("#"))).toEqual([]);
  expect(await makeOwner(home.app.url)).toBe(409);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
});
