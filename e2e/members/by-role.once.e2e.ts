import { expect } from "playwright/test";
import { runAxe } from "../support/axe";
import { test } from "../support/cast";
import { credentialBody, join } from "../support/people";

const OF_ADMINS = [
  ["/audit", "Audit is for owners and admins"],
  ["/settings", "Settings is for owners and admins"],
  ["/credentials/deleted", "Recently deleted is for owners and admins"],
] as const;

test("people of the workspace are told which role a page is for, and whom to ask", async ({ cast, browser }) => {
  for (const [role, pages] of [
    ["member", OF_ADMINS],
    ["viewer", [...OF_ADMINS, ["/data-sources/new", "Creating data sources is for owners, admins and members"]]],
  ] as const) {
    const context = await browser.newContext({ baseURL: cast[role].url });
    await context.addCookies(cast[role].cookies());
    const page = await context.newPage();
    for (const [path, sentence] of pages) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Not for your role" }), path).toBeVisible();
      await expect(page.getByText(sentence), path).toContainText(`you are a ${role} here`);
    }
    expect(await runAxe(page)).toEqual([]);
    await page.getByRole("link", { name: "See whom to ask" }).click();
    await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
    // What is not there is not there for anyone.
    await page.goto("/credentials/none-of-this-id");
    await expect(page.getByRole("heading", { name: "There's nothing here" })).toBeVisible();
    await context.close();
  }
});

test("on the page of a credential that needs attention, whoever cannot mend it reads why, and whom to ask", async ({
  cast,
  browser,
  home,
}) => {
  const { body } = await cast.owner.post("/credentials", credentialBody(home.clari.generatePair(), "Refused since"));
  // From now on the provider accepts another pair only.
  home.clari.generatePair();
  expect((await cast.owner.post(`/credentials/${body.id}/verify`)).body.status).toBe("FAILED");
  for (const role of ["member", "viewer"] as const) {
    const context = await browser.newContext({ baseURL: cast[role].url });
    await context.addCookies(cast[role].cookies());
    const page = await context.newPage();
    await page.goto(`/credentials/${body.id}`);
    await expect(page.getByText(/Clari Copilot stopped accepting this pair on/), role).toBeVisible();
    await expect(page.getByText("A new pair may have been generated.")).toContainText("Ask a workspace admin");
    // The good answer is the last one, and not how it is now.
    await expect(page.getByRole("term").filter({ hasText: "Last verified" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Replace values" })).toHaveCount(0);
    expect(await runAxe(page)).toEqual([]);
    await page.getByRole("link", { name: "workspace admin" }).click();
    await expect(page.getByRole("heading", { name: "Members" })).toBeVisible();
    await context.close();
  }
});

test("someone asks for a page that is not for their role, and an owner answers with one click on Members", async ({
  cast,
  browser,
}) => {
  const open = async (person: typeof cast.owner) => {
    const context = await browser.newContext({ baseURL: person.url });
    await context.addCookies(person.cookies());
    return context.newPage();
  };
  const asker = await join(cast.owner, "viewer", "Asking Viewer");
  const page = await open(asker);
  await page.goto("/data-sources/new");
  await page.getByRole("button", { name: "Request access" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("creating data sources, which needs the role of a member");
  await dialog.getByLabel("Note").fill("For the <b>quarterly</b> review");
  expect(await runAxe(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByText("The owners and admins have been told.")).toBeVisible();
  await page.goto("/members");
  await page.getByRole("button", { name: "Request a role" }).click();
  await dialog.getByLabel("Role").selectOption("Admin");
  await dialog.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("button", { name: "Withdraw request" })).toBeVisible();

  const owner = await open(cast.owner);
  await owner.goto("/notices");
  const told = owner
    .getByRole("listitem")
    .filter({ hasText: "Asking Viewer requested access to creating data sources" });
  await expect(told).not.toContainText("quarterly");
  await told.getByRole("link", { name: "Answer the request" }).click();
  const requests = owner.getByRole("table", { name: "Access requests" });
  const row = requests.getByRole("row").filter({ hasText: "For the <b>quarterly</b> review" });
  await expect(row).toBeVisible();
  expect(await runAxe(owner)).toEqual([]);
  await requests
    .getByRole("row")
    .filter({ hasText: "what admins can do" })
    .getByRole("button", { name: "Dismiss the request of Asking Viewer" })
    .click();
  await expect(requests.getByRole("row").filter({ hasText: "what admins can do" })).toHaveCount(0);
  await row.getByRole("button", { name: "Change role of Asking Viewer" }).click();
  const change = owner.getByRole("dialog", { name: "Change role" });
  await expect(change.getByLabel("Role", { exact: true })).toHaveValue("member");
  await change.getByRole("button", { name: "Save" }).click();
  await expect(change).toHaveCount(0);
  await expect(owner.getByText("For the <b>quarterly</b> review")).toHaveCount(0);
  await page.goto("/data-sources/new");
  await expect(page.getByRole("heading", { name: "Select data source type" })).toBeVisible();
  for (const each of [page, owner]) await each.context().close();
});
