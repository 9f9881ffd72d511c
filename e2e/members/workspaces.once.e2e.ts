import { expect, fillCredential, test } from "../support/fixtures";

// The session says which workspace it is in.
test.use({ ownSession: true });

test("Z9: a form that was opened in one workspace is not saved into another, keeps its text, and is saved after switching back", async ({
  signedIn: page,
  context,
  home,
}) => {
  await page.goto("/data-sources");
  const switcher = page.getByRole("button", { name: /^Workspace:/ });
  const first = ((await switcher.getAttribute("aria-label")) ?? "").replace("Workspace: ", "");
  await fillCredential(page, "For the first workspace", home.clari.pair);
  const other = await context.newPage();
  await other.goto("/data-sources");
  await other.getByRole("button", { name: /^Workspace:/ }).click();
  await other.getByRole("button", { name: "New workspace" }).click();
  await other.getByRole("button", { name: "Create workspace" }).click();
  await expect(other.getByText("Enter a workspace name.")).toBeVisible();
  await other.getByLabel("Workspace name").fill("Second workspace");
  await other.getByRole("button", { name: "Create workspace" }).click();
  await expect(other.getByRole("button", { name: "Workspace: Second workspace" })).toBeVisible();
  await expect(other.getByText("No data sources yet")).toBeVisible();
  await expect(other.getByRole("dialog")).toHaveCount(0);

  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("You switched workspaces in another tab")).toBeVisible();
  await expect(page.getByLabel("Credential Name")).toHaveValue("For the first workspace");
  await other.goto("/credentials");
  await expect(other.getByText("No credentials yet")).toBeVisible();

  await other.getByRole("button", { name: /^Workspace:/ }).click();
  await other.getByRole("button", { name: first, exact: true }).click();
  await expect(other.getByRole("button", { name: `Workspace: ${first}` })).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "For the first workspace" })).toBeChecked();
  await other.goto("/credentials");
  await expect(other.getByRole("link", { name: "For the first workspace" })).toBeVisible();
});

test("a workspace is renamed in its settings, and two tabs do not overwrite each other", async ({
  signedIn: page,
  context,
}) => {
  await page.goto("/settings");
  const stale = await context.newPage();
  await stale.goto("/settings");
  const section = page.getByRole("region", { name: "Workspace" });
  await section.getByLabel("Workspace name").fill("Data platform <b>team</b>");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByText("Saved", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Workspace: Data platform <b>team</b>" })).toBeVisible();
  const other = stale.getByRole("region", { name: "Workspace" });
  await other.getByLabel("Workspace name").fill("Mine");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByText("Someone renamed this workspace while you were editing.")).toBeVisible();
  await expect(other.getByLabel("Workspace name")).toHaveValue("Mine");
});
