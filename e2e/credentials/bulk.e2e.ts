import type { Browser, Page } from "playwright/test";
import { askAction } from "../support/ask-action";
import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, join, type Person, test } from "../support/people";
import { tableRows } from "../support/table-rows";

// What is done with several credentials at once, selected in the list.

const rows = (page: Page) => tableRows(page, "Credentials");
const row = (page: Page, name: string) => rows(page).filter({ has: page.getByRole("link", { name, exact: true }) });
const select = (page: Page, name: string) => page.getByRole("checkbox", { name: `Select ${name}`, exact: true });

async function add(owner: Person, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const values = { apiKey: `key-of-${name.length}`, apiPassword: "a-password" };
  const body = { ...credentialBody(values, name), description: "", saveUnverified: true, keepBoth: true, ...more };
  const { status, body: answer } = await owner.post("/credentials", body);
  expect(status, JSON.stringify(answer)).toBe(201);
  return answer.id;
}

async function pageOf(browser: Browser, person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: person.url });
  await context.addCookies(person.cookies());
  return context.newPage();
}

test("several are verified one after another: a limit is waited for, each has its result, and it can be stopped", async ({
  signedIn: page,
  owner,
  home,
}) => {
  await add(owner, "Flock good", { values: home.clari.pair });
  await add(owner, "Flock bad");
  await add(owner, "Flock slow", { values: { apiKey: "fault:hang", apiPassword: "any" } });
  await page.goto("/credentials?q=flock&sort=name");
  await page.getByRole("checkbox", { name: "Select all on this page" }).check();
  await expect(page.getByText("3 of 3 selected").last()).toBeVisible();
  await select(page, "Flock slow").uncheck();
  await expect(page.getByText("2 of 3 selected").last()).toBeVisible();
  // As the limit of a minute answers, once: whose window no test waits for.
  await page.route(
    "**/api/v1/credentials/*/verify",
    (route) =>
      route.fulfill({
        status: 429,
        json: { code: "TOO_MANY_CHECKS", detail: "Too many.", retryAfterSeconds: 2 },
      }),
    { times: 1 },
  );
  await page.getByRole("button", { name: "Verify selected" }).click();
  await expect(page.getByText("So many checks are allowed in a minute.")).toBeVisible();
  const result = (name: string) =>
    page.getByRole("list", { name: "Results" }).getByRole("listitem").filter({ hasText: name });
  await expect(page.getByText("1 accepted")).toBeVisible();
  await expect(result("Flock good")).toHaveCount(0);
  await expect(result("Flock bad")).toContainText("Clari Copilot didn't accept this pair.");
  await expect(page.getByRole("heading", { name: "2 of 2 checks done." })).toBeVisible();
  await expect(row(page, "Flock good")).toContainText("Verified");
  await expect(row(page, "Flock bad")).toContainText("Needs attention");
  // With nothing selected there is no bar; what came of it has its focus.
  await expect(page.getByRole("button", { name: "Verify selected" })).toHaveCount(0);
  await expect(page.locator(":focus").getByRole("heading", { name: "2 of 2 checks done." })).toBeVisible();
  expect(await runAxe(page)).toEqual([]);

  await select(page, "Flock slow").check();
  await select(page, "Flock good").check();
  await page.getByRole("button", { name: "Verify selected" }).click();
  await expect(page.getByText("1 accepted")).toBeVisible();
  await expect(page.getByText("Verifying Flock slow.")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(
    page.getByRole("heading", { name: "Stopped. 1 of 2 checks done. 1 is left and still selected." }),
  ).toBeVisible();
  await expect(select(page, "Flock slow")).toBeChecked();
  await expect(select(page, "Flock good")).not.toBeChecked();
  await expect(row(page, "Flock slow")).toContainText("Unverified");
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("heading", { name: /checks done/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Clear selection" }).click();
  await expect(select(page, "Flock slow")).not.toBeChecked();
});

test("Z8: several are deleted after a preflight that names what is in use and left out; it can be undone", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const used = await add(owner, "Herd used", { values: home.clari.pair });
  await add(owner, "Herd first");
  await add(owner, "Herd second");
  const source = await owner.post("/data-sources", dataSourceBody(used, "Reads what is deleted"));
  expect(source.status).toBe(201);
  await page.goto("/credentials?q=herd&sort=name");
  await page.getByRole("checkbox", { name: "Select all on this page" }).press("Space");
  await expect(page.getByText("3 of 3 selected").last()).toBeVisible();
  await page.getByRole("button", { name: "Delete selected" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Delete selected credentials" });
  await expect(dialog.getByRole("region", { name: "2 credentials will be deleted" })).toContainText("Herd first");
  await expect(dialog.getByRole("region", { name: "1 credential is left out" })).toContainText("Reads what is deleted");
  expect(await runAxe(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Delete 2" }).click();
  const toast = page.locator(".toast");
  await expect(toast).toContainText("2 credentials deleted.");
  // The bar went, and the dialog: the focus is where one goes on from.
  await expect(page.getByRole("heading", { name: "Credentials", exact: true })).toBeFocused();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, "Herd used")).toBeVisible();
  await toast.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(toast).toContainText("2 credentials restored.");
  await expect(rows(page)).toHaveCount(3);

  await select(page, "Herd second").check();
  await page.getByRole("button", { name: "Delete selected" }).click();
  await dialog.getByRole("button", { name: "Delete 1" }).click();
  await expect(toast).toContainText("1 credential deleted.");
  await page.getByRole("link", { name: "Recently deleted" }).click();
  await expect(page.getByRole("button", { name: "Restore Herd second" })).toBeVisible();
});

test("Z1, Z2, Z7: members see no check boxes; the actions refuse them, other workspaces' ids and more than 100", async ({
  owner,
  browser,
}) => {
  const id = await add(owner, "Pack of members");
  const member = await join(owner, "member");
  const page = await pageOf(browser, member);
  await page.goto("/credentials?q=pack");
  await expect(row(page, "Pack of members")).toBeVisible();
  await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /selected/ })).toHaveCount(0);
  await page.context().close();

  const { activeId: home } = (await owner.get("/workspaces")).body;
  const { workspaceId } = (await owner.post("/workspaces", { name: "Another one" })).body;
  await owner.post("/workspaces/active", { workspaceId });
  const elsewhere = await askAction(owner, workspaceId, "deleteCredentialsAction", { credentialIds: [id] });
  expect(elsewhere).toMatchObject({ status: 200, body: { deleted: [] } });
  await owner.post("/workspaces/active", { workspaceId: home });
  for (const name of ["previewDeletionAction", "deleteCredentialsAction", "restoreCredentialsAction"]) {
    const refused = await askAction(member, home, name, { credentialIds: [id] });
    expect(refused, name).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
  }
  for (const credentialIds of [[], [{ not: "" }], "x", null, Array.from({ length: 101 }, (_, n) => `id-number-${n}`)])
    expect(await askAction(owner, home, "deleteCredentialsAction", { credentialIds })).toMatchObject({
      status: 422,
      body: { code: "INVALID_INPUT" },
    });
  for (const query of ["status=failed", "sort=up", "after=x", "unused=yes", "owner=%27"])
    expect((await owner.get(`/credentials?${query}`)).status, query).toBe(422);
  expect((await owner.get(`/credentials/${id}`)).status).toBe(200);
});
