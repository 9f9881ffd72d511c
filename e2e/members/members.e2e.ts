import type { Page } from "playwright/test";
import { choose } from "../support/choose";
import { expect } from "../support/fixtures";
import { credentialBody, join, newEmail, PASSWORD, test, tokenOf } from "../support/people";

async function inviteOnScreen(page: Page, email: string, role: string): Promise<string> {
  await page.goto("/members");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption(role);
  await page.getByRole("button", { name: "Create invitation" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  await page.getByRole("button", { name: "Done" }).click();
  return link;
}

const rowOf = (page: Page, text: string) =>
  page.getByRole("main").locator("tbody").getByRole("row").filter({ hasText: text });

test("A5, A6: someone invited makes an account of that address, once, and uses credentials without seeing them", async ({
  signedIn: page,
  browser,
  home,
  owner,
}) => {
  await owner.post("/credentials", credentialBody(home.clari.pair, "Used without view"));
  const email = newEmail("grace");
  const link = await inviteOnScreen(page, email, "Member");
  expect(link).toMatch(new RegExp(`^${home.app.url}/invite/[\\w-]{43}$`));
  await expect(rowOf(page, email)).toContainText("Member");
  // The link is shown once: not even the page's own data has it afterwards.
  await page.reload();
  expect(await page.content()).not.toContain(tokenOf(link));

  const context = await browser.newContext({ baseURL: home.app.url });
  const guest = await context.newPage();
  await guest.goto(link);
  // Text, and no field that looks as if one could change it.
  await expect(guest.getByRole("main").getByText(email, { exact: true })).toBeVisible();
  await expect(guest.getByRole("textbox", { name: "Email" })).toHaveCount(0);
  await guest.getByLabel("Name").fill("Grace");
  await guest.getByLabel("Password", { exact: true }).fill("short");
  await guest.getByRole("button", { name: "Create account and join" }).click();
  await expect(guest.getByText("Use at least 12 characters.")).toBeVisible();
  await guest.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await guest.getByRole("button", { name: "Create account and join" }).click();
  await guest.waitForURL("**/overview");

  await guest.goto("/data-sources/new/clari-copilot");
  await guest.getByRole("radio", { name: "Used without view" }).check();
  await expect(guest.getByRole("button", { name: "Add Credential" })).toHaveCount(0);
  await guest.getByRole("button", { name: "Next" }).click();
  await guest.getByLabel("Data source name").fill("Made by a member");
  await guest.getByRole("button", { name: "Create data source" }).click();
  await expect(guest.getByRole("heading", { name: "Made by a member" })).toBeVisible();
  await guest.getByRole("link", { name: "Used without view" }).click();
  await expect(guest.getByRole("heading", { name: "Used without view" })).toBeVisible();
  for (const name of ["Verify now", "Edit", "Replace values", "Delete"])
    await expect(guest.getByRole("button", { name })).toHaveCount(0);
  await guest.goto("/settings");
  await expect(guest.getByText("Not for your role")).toBeVisible();
  await guest.goto("/members");
  await expect(guest.getByText("Grace (you)")).toBeVisible();
  await expect(guest.getByRole("button", { name: "Invite" })).toHaveCount(0);

  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: "You can't use this invitation" })).toBeVisible();
  await page.reload();
  await expect(rowOf(page, email)).toContainText("Grace");
  await context.close();
});

test("A6: an invitation is for its address: someone else who is signed in cannot take it, and a known person joins with their password", async ({
  signedIn: page,
  owner,
  browser,
  home,
}) => {
  const person = await join(owner, "viewer", "Known Person");
  await owner.delete(`/members/${await person.userId()}`);
  const invited = await owner.post("/invitations", { email: person.email, role: "admin" });
  const taken = await owner.post("/invitations/accept", { token: tokenOf(invited.body.link) });
  expect(taken.status).toBe(403);
  await page.goto(invited.body.link);
  await expect(page.getByText("Sign out, then open the link again.")).toBeVisible();

  const context = await browser.newContext({ baseURL: home.app.url });
  const known = await context.newPage();
  await known.goto("/sign-in");
  await known.getByLabel("Email").fill(person.email);
  await known.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await known.getByRole("button", { name: "Sign in" }).click();
  await expect(known.getByText("This account isn't in any workspace any more.")).toBeVisible();
  expect((await context.cookies()).filter(({ name }) => name.includes("session"))).toEqual([]);
  await known.goto(invited.body.link);
  await known.getByLabel("Password", { exact: true }).fill("not the password of theirs");
  await known.getByRole("button", { name: `Join as ${person.email}` }).click();
  await expect(known.getByText("Wrong email or password")).toBeVisible();
  await known.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await known.getByRole("button", { name: `Join as ${person.email}` }).click();
  await known.waitForURL("**/overview");
  await known.goto("/settings");
  await expect(known.getByRole("heading", { name: "Settings" })).toBeVisible();
  await context.close();
});

test("A6: eight people with one link at the same moment: one gets in", async ({ owner }) => {
  const { link } = (await owner.post("/invitations", { email: newEmail("once"), role: "viewer" })).body;
  const accept = () =>
    fetch(`${owner.url}/api/v1/invitations/accept`, {
      method: "POST",
      headers: { origin: owner.url },
      body: JSON.stringify({ token: tokenOf(link), name: "Once", password: PASSWORD }),
    });
  const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await accept()).status));
  expect(statuses.filter((status) => status === 201)).toHaveLength(1);
  // One peer has so many hashes at a time; whoever is sent away then comes too late.
  expect(statuses.filter((status) => ![201, 410, 503].includes(status))).toEqual([]);
  expect((await accept()).status).toBe(410);
});

test("A9: removing someone asks who takes over, ends their session at once, and their sources stay", async ({
  signedIn: page,
  owner,
  browser,
  home,
}) => {
  const leaving = await join(owner, "admin", "Leaving Person");
  const credential = (await leaving.post("/credentials", credentialBody(home.clari.pair, "Left behind"))).body;
  const context = await browser.newContext({ baseURL: home.app.url });
  await context.addCookies(leaving.cookies());
  const theirs = await context.newPage();
  await theirs.goto(`/credentials/${credential.id}`);
  await expect(theirs.getByRole("heading", { name: "Left behind" })).toBeVisible();

  await page.goto("/members");
  await page.getByRole("button", { name: "Remove Leaving Person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(dialog.getByText("Choose who takes over the credentials.")).toBeVisible();
  await dialog.getByLabel("Who takes over?").selectOption("Ada Owner");
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Leaving Person")).toHaveCount(0);

  await theirs.reload();
  await theirs.waitForURL(/sign-in/);
  expect((await leaving.get("/credentials")).status).toBe(401);
  await page.goto(`/credentials/${credential.id}`);
  await expect(page.getByText("Ada Owner").first()).toBeVisible();
  await context.close();
});

test("A13, A11: an owner changes a role and ends sessions on the members page", async ({ signedIn: page, owner }) => {
  const person = await join(owner, "viewer", "Managed Person");
  await page.goto("/members");
  await page.getByRole("button", { name: "Role of Managed Person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Role", { exact: true }).selectOption("Admin");
  await expect(dialog.getByText("Can add, replace and delete credentials")).toBeVisible();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, "Managed Person")).toContainText("Admin");
  expect((await person.get("/settings")).status).toBe(200);
  await page.getByRole("button", { name: "End sessions of Managed Person" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End sessions" }).click();
  await expect(page.getByText("Managed Person is signed out everywhere.")).toBeVisible();
  expect((await person.get("/settings")).status).toBe(401);
  // The only owner reads why her own role and place stay, also by keyboard, and is offered nothing that is refused.
  const own = rowOf(page, "Ada Owner");
  for (const name of ["Role of Ada Owner", "Leave workspace"]) {
    const button = own.getByRole("button", { name });
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toHaveAccessibleDescription("You're the only owner. Give someone else that role first.");
    await button.focus();
    await expect(button).toBeFocused();
    await page.keyboard.press("Enter");
  }
  await expect(dialog).toHaveCount(0);
  await expect(own.getByRole("button", { name: "Remove" })).toHaveCount(0);
});

test("ownership is passed on by an admin, and by the owner who may do nothing else with it", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const member = await join(owner, "member", "Member Owner");
  const credential = (await owner.post("/credentials", credentialBody(home.clari.pair, "Passed on"))).body;
  await page.goto(`/credentials/${credential.id}`);
  await page.getByRole("button", { name: "Transfer ownership" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Transfer", exact: true }).click();
  await expect(dialog.getByText("Choose the new owner.")).toBeVisible();
  await choose(dialog.getByLabel("New owner"), "Member Owner");
  await dialog.getByRole("button", { name: "Transfer", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Member Owner")).toBeVisible();
  await page.goto("/credentials?q=Passed%20on");
  await expect(rowOf(page, "Passed on")).toContainText("Member Owner");
  const back = await member.post(`/credentials/${credential.id}/transfer`, { ownerId: await owner.userId() });
  expect(back.body).toMatchObject({ ownerName: "Ada Owner" });
  expect((await member.post(`/credentials/${credential.id}/transfer`, { ownerId: await member.userId() })).status).toBe(
    403,
  );
});
