import { runAxe } from "../support/axe";
import { cookieOf, expect, makeOwner } from "../support/fixtures";
import { join, newEmail, PASSWORD, tokenOf } from "../support/people";
import { addPerson, CALLBACK, goThrough, test } from "../support/single-sign-on";

test.beforeEach(async ({ home, provider }) => {
  await makeOwner(home.app.url);
  provider.redirectUris.add(`${home.app.url}${CALLBACK}`);
  provider.twist = undefined;
});

const sessionOf = async (url: string, cookie: string) =>
  (await fetch(`${url}/api/v1/credentials`, { headers: { cookie } })).status;

test("OIDC: nobody gets in uninvited or unverified; an invited address does, once and for all", async ({
  page,
  owner,
  provider,
  home,
}) => {
  const email = newEmail("grace");
  const person = addPerson(provider, email, { email_verified: false });
  await page.goto("/sign-in?next=/credentials");
  expect(await runAxe(page)).toEqual([]);
  await goThrough(page, email);
  await expect(page.getByText("doesn't vouch for your email address")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  // Signed in at the provider already, and refused there is nothing to type.
  person.email_verified = true;
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await expect(page.getByText("There's no account for your email address here.")).toBeVisible();

  expect((await owner.post("/invitations", { email, role: "admin" })).status).toBe(201);
  person.email_verified = "true";
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await expect(page.getByText("doesn't vouch for your email address")).toBeVisible();
  person.email_verified = true;
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await page.waitForURL("**/overview");
  const first = await cookieOf(page);
  expect(await sessionOf(home.app.url, first)).toBe(200);
  const { body } = await owner.get("/members");
  expect(body.data).toContainEqual(expect.objectContaining({ email, role: "admin", name: "Grace Single" }));

  // No password: nothing to change, and no form for one.
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Password" })).toHaveCount(0);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  expect(await sessionOf(home.app.url, first)).toBe(401);
  // The person is the same under another address, and goes back to where they were going.
  person.email = newEmail("renamed");
  await page.goto("/sign-in?next=/credentials");
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await page.waitForURL(`${home.app.url}/credentials`);
  await page.goto("/account");
  await expect(page.getByText(email)).toBeVisible();
  await page.goto("/audit");
  const trail = page.getByRole("main");
  await expect(trail.getByText("single sign on", { exact: false }).first()).toBeVisible();
  await expect(trail.getByText("single sign on not invited").first()).toBeVisible();
  await expect(trail.getByText("single sign on not verified").first()).toBeVisible();
  expect(home.app.output()).not.toContain(provider.clientSecret);
});

test("OIDC: an invitation is accepted by it; an account that exists is tied to one person of the provider", async ({
  page,
  owner,
  provider,
  home,
  browser,
}) => {
  const email = newEmail("linus");
  addPerson(provider, email, { name: "‮evil" });
  const invited = await owner.post("/invitations", { email, role: "viewer" });
  await page.goto(new URL(invited.body.link).pathname);
  await goThrough(page, email);
  await page.waitForURL("**/overview");
  await expect(page.getByText(email.split("@")[0] ?? "").first()).toBeVisible();
  expect((await owner.post("/invitations/accept", { token: tokenOf(invited.body.link) })).status).toBe(410);

  const member = await join(owner, "member");
  const person = addPerson(provider, member.email);
  const other = await (await browser.newContext()).newPage();
  await other.goto(`${home.app.url}/sign-in`);
  await goThrough(other, member.email);
  await other.waitForURL("**/overview");
  await other.goto(`${home.app.url}/account`);
  // Nobody had proven the address before: the password may have been a stranger's with the invitation link.
  await expect(other.getByRole("button", { name: "Sign out", exact: true })).toBeVisible();
  await expect(other.getByRole("region", { name: "Password" })).toHaveCount(0);
  expect((await member.get("/credentials")).status).toBe(401);
  // The address now belongs to someone else at the provider.
  person.sub = crypto.randomUUID();
  const third = await (await browser.newContext()).newPage();
  await third.goto(`${home.app.url}/sign-in`);
  await goThrough(third, member.email);
  await expect(third.getByText("You signed in with the provider as someone else")).toBeVisible();
  await third.getByLabel("Email").fill(member.email);
  await third.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await third.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(third.getByText("Wrong email or password")).toBeVisible();
  await other.reload();
  await expect(other.getByText(member.email)).toBeVisible();
});
