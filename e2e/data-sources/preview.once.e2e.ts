import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, type Person, test } from "../support/people";
import { newName } from "../support/stage";

type Pair = { apiKey: string; apiPassword: string };

async function sourceOf(owner: Person, pair: Pair) {
  const { body } = await owner.post("/credentials", credentialBody(pair, newName("Credential")));
  const credentialId = body.id as string;
  const made = await owner.post("/data-sources", dataSourceBody(credentialId, newName("Source")));
  return { credentialId, id: made.body.id as string };
}

test("*Preview* beside the form shows what it would read as it is now, with people hidden until someone asks", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const { credentialId } = await sourceOf(owner, home.clari.pair);
  await page.goto(`/data-sources/new/clari-copilot/configure?credential=${credentialId}`);
  const panel = page.getByRole("region", { name: "Preview" });
  await panel.getByRole("button", { name: "Preview" }).click();
  await expect(panel.getByText(/records?, in \d+(\.\d)? s\./)).toBeVisible();
  const table = panel.getByRole("table");
  await expect(table.getByRole("columnheader", { name: "email" })).toBeVisible();
  await expect(table.getByRole("row").nth(1)).toContainText("•••");
  await expect(table).not.toContainText("@");
  expect(await runAxe(page)).toEqual([]);
  await panel.getByRole("button", { name: "Show personal data" }).click();
  await expect(table).toContainText("@");
  await panel.getByText("JSON", { exact: true }).click();
  await expect(panel.getByRole("region", { name: "Records as JSON" })).toContainText('"email": "');
  await panel.getByText("The request").click();
  await expect(panel.getByRole("region", { name: "the request as curl" })).toContainText("/users");
  await expect(panel).not.toContainText(home.clari.pair.apiPassword);
  await expect(panel).not.toContainText(home.clari.pair.apiKey);

  // What changed since is said, and what is typed wrongly is asked of nobody.
  await page.getByLabel("Endpoint").selectOption("calls");
  await expect(panel.getByText("You've changed something since.")).toBeVisible();
  await page.locator("summary", { hasText: "Filters" }).click();
  await page.getByLabel("Longer than").fill("99999");
  home.clari.clearRequests();
  await panel.getByRole("button", { name: "Preview again" }).click();
  await expect(page.getByText("must be a whole number from 0 to 7200")).toBeVisible();
  expect(home.clari.requests).toEqual([]);
  await page.getByLabel("Longer than").fill("");
  await panel.getByRole("button", { name: "Preview again" }).click();
  await expect(panel.getByText(/25 of [\d,]+ records, in/)).toBeVisible();
});

test("a preview can be stopped, and a refusal says what to do", async ({ owner, signedIn: page, home }) => {
  const { id } = await sourceOf(owner, home.clari.pair);
  await page.goto(`/data-sources/${id}`);
  const panel = page.getByRole("region", { name: "Preview" });
  home.clari.clearRequests();
  home.clari.behave("hang");
  await panel.getByRole("button", { name: "Preview" }).click();
  await expect(panel.getByText("Asking Clari Copilot …")).toBeVisible();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await panel.getByRole("button", { name: "Stop" }).click();
  await expect(panel.getByText("Preview stopped.")).toBeVisible();
  await expect.poll(() => home.clari.requests[0]?.abandoned).toBe(true);
  home.clari.behave("status:401");
  await panel.getByRole("button", { name: "Preview" }).click();
  await expect(panel.getByRole("button", { name: "Try again" })).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  home.clari.behave();
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByText(/records?, in /)).toBeVisible();
});

test("a source's page shows its last reads, and a chart whose numbers are there to be read", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const { id } = await sourceOf(owner, home.clari.pair);
  await page.goto(`/data-sources/${id}`);
  const reads = page.getByRole("region", { name: "Last reads" });
  await expect(reads.getByText("Not read yet.")).toBeVisible();
  const headers = { cookie: owner.cookie, accept: "application/x-ndjson" };
  const answer = await fetch(`${home.app.url}/api/v1/data-sources/${id}/records`, { headers });
  const count = (await answer.text()).trim().split("\n").length;
  await page.reload();
  const row = reads.getByRole("listitem").first();
  await expect(row).toContainText("Complete");
  await expect(row).toContainText("NDJSON");
  await expect(row).toContainText(`${count} records`);
  await expect(reads.getByRole("table", { name: "Records read a day" }).getByRole("row")).toHaveCount(2);
  expect(await runAxe(page)).toEqual([]);
});
