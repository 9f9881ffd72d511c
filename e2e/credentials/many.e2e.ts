import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, test } from "../support/people";
import { tableRows } from "../support/table-rows";

// U8: the other lists where there are more than a page has. An installation of its own: they are counted.
const MANY = 55;
test.use({ installation: "credentials/many" });

test("U8: sources are paged, and moved to a credential beyond the first ones; what was deleted is paged too", async ({
  signedIn: page,
  owner,
  home,
}) => {
  const pair = home.clari.generatePair();
  const save = async (name: string, more: { saveUnverified?: boolean } = {}) => {
    const { status, body } = await owner.post("/credentials", { ...credentialBody(pair, name), ...more });
    expect(status, name).toBe(201);
    return body.id as string;
  };
  const from = await save("A first one");
  const unverified: string[] = [];
  for (let index = 1; index <= MANY; index += 1) {
    const number = String(index).padStart(2, "0");
    unverified.push(await save(`Team ${number}`, { saveUnverified: true }));
    const source = await owner.post("/data-sources", dataSourceBody(from, `Source ${number}`));
    expect(source.status).toBe(201);
  }
  await save("Zürich");

  await page.goto("/data-sources");
  const rows = tableRows(page, "Data sources");
  await expect(rows).toHaveCount(50);
  await expect(rows.first()).toContainText("Source 55");
  await page.getByRole("link", { name: "More data sources" }).click();
  await expect(rows).toHaveCount(MANY - 50);
  await expect(rows.last()).toContainText("Source 01");
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("link", { name: "First page" }).click();
  await expect(rows).toHaveCount(50);

  await page.getByRole("searchbox", { name: "Search data sources" }).fill("ourc 05");
  await expect(rows).toHaveCount(1);
  await expect(page.getByText("1 data source matches.")).toBeVisible();
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(rows).toHaveCount(50);
  await page.getByLabel("Order").selectOption("By name");
  await expect(rows.first()).toContainText("Source 01");
  await page.getByLabel("Credential", { exact: true }).selectOption("A first one");
  await expect.poll(() => new URL(page.url()).search).toBe(`?sort=name&credentialId=${from}`);
  await expect(page.getByText("More than 50 data sources match.")).toBeVisible();
  await page.getByRole("link", { name: "Any credential" }).click();
  const tabs = page.getByRole("navigation", { name: "Data sources by their credential" });
  await expect(tabs.getByRole("link")).toHaveText([`All${MANY}`, "Needs attention0", "Unverified0"]);
  await tabs.getByRole("link", { name: "Needs attention" }).click();
  await expect(page.getByText("No data sources match.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await tabs.getByRole("link", { name: "All" }).click();
  await rows.first().getByRole("link", { name: "A first one" }).click();
  await page.getByRole("button", { name: "Move sources" }).click();
  const dialog = page.getByRole("dialog", { name: "Move sources" });
  const target = dialog.getByLabel("Move to");
  await target.click();
  await expect(dialog.getByText("There are more. Type to find them.").first()).toBeVisible();
  await expect(dialog.getByRole("option", { name: "Zürich" })).toHaveCount(0);
  await target.fill("nothing like it");
  await expect(dialog.getByText("Nothing matches.").first()).toBeVisible();
  await target.fill("zurich");
  await expect(dialog.getByRole("option")).toHaveText(["Zürichverified"]);
  expect(await runAxe(page)).toEqual([]);
  // Escape leaves the list alone, the arrow opens it again, and Enter takes what is marked.
  await target.press("Escape");
  await expect(dialog.getByRole("option")).toHaveCount(0);
  await target.fill("zurich");
  await expect(dialog.getByRole("option")).toHaveCount(1);
  await target.press("Enter");
  await expect(target).toHaveValue("Zürich");
  await dialog.getByRole("checkbox", { name: "Source 07" }).uncheck();
  await expect(dialog.getByText(`${MANY - 1} data sources: `)).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Select all" }).check();
  expect(await runAxe(page)).toEqual([]);
  await dialog.getByRole("button", { name: `Move ${MANY}` }).click();
  await expect(page.getByText(`${MANY} data sources now use “Zürich”.`)).toBeVisible();

  for (const id of unverified) expect((await owner.delete(`/credentials/${id}`)).status).toBe(204);
  await page.goto("/credentials/deleted");
  const deleted = page.getByRole("main").getByRole("listitem");
  await expect(deleted).toHaveCount(50);
  await page.getByRole("link", { name: "More deleted credentials" }).click();
  await expect(deleted).toHaveCount(MANY - 50);
  await page.getByRole("button", { name: "Restore Team 01" }).click();
  await expect(page.getByText("“Team 01” was restored.")).toBeVisible();
  await expect(deleted).toHaveCount(MANY - 51);
  expect(await runAxe(page)).toEqual([]);
});
