import { expect } from "playwright/test";
import { runAxe } from "../support/axe";
import { test } from "../support/cast";
import { credentialBody } from "../support/people";

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
