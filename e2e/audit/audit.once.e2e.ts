import { readFile } from "node:fs/promises";
import { runAxe } from "../support/axe";
import { cookieOf, expect, fillCredential, OWNER, signIn, test } from "../support/fixtures";
import { verifyTrail } from "../support/run-operator";

const FORMULA = '=HYPERLINK("http://evil.example")';

test.use({ installation: "audit/audit" });

test("L1: what happened is in the trail, as sentences, and can be filtered by its address", async ({
  page,
  home,
  signedIn: _,
}) => {
  await fillCredential(page, FORMULA, home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name: FORMULA }).waitFor();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  for (const email of [OWNER.email, "typed-by-mistake@example.com"]) {
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill("not the password at all");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("Wrong email or password")).toBeVisible();
  }
  await signIn(page, home.app.url);
  await page.getByRole("link", { name: "Audit" }).click();
  const events = page.getByRole("main").getByRole("listitem");
  for (const sentence of [
    `${OWNER.name} signed in`,
    "Someone unknown tried to sign in: refused",
    `${OWNER.name} tried to sign in: refused`,
    `${OWNER.name} signed out`,
    `${OWNER.name} added ${FORMULA} (verified)`,
    `${OWNER.name} created the workspace`,
  ]) {
    await expect(events.filter({ hasText: sentence }).first()).toBeVisible();
  }
  expect(await page.content()).not.toContain("typed-by-mistake");

  await page.getByLabel("Action").selectOption("Sign-in refused");
  await page.getByLabel("Person").selectOption(OWNER.name);
  await page.waitForURL(/action=session\.refused/);
  await expect(events).toHaveCount(1);
  await page.reload();
  await expect(events).toHaveCount(1);
  await events.getByText("tried to sign in").click();
  await expect(events.getByText("127.0.0.1")).toBeVisible();
  await expect(events).toContainText(/\d{1,2} \w+ \d{4}, \d\d:\d\d:\d\d\.\d{3} UTC/);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(events.nth(5)).toBeVisible();
  expect((await events.first().boundingBox())?.height).toBeLessThan(46);

  await page.getByLabel("From (UTC)").fill("2026-03-02");
  await expect.poll(() => new URL(page.url()).search).toBe("?from=2026-03-02");
  await page.getByLabel("To (UTC)").fill("2026-03-01");
  const wrong = "The last day is before the first.";
  await expect(page.getByText(wrong)).toBeVisible();
  await expect(page.getByLabel("To (UTC)")).toHaveAccessibleDescription(wrong);
  await page.getByLabel("To (UTC)").fill("2026-03-03");
  await expect(page.getByText("No events match these filters.")).toBeVisible();
  await expect(page.getByText(wrong)).toBeHidden();
});

test("a deleted credential keeps its history", async ({ page, home, signedIn: _ }) => {
  await fillCredential(page, "Short-lived", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name: "Short-lived" }).waitFor();
  await page.goto("/credentials");
  await page.getByRole("link", { name: "Short-lived" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.waitForURL(/\/credentials$/);
  await page.goto("/audit");
  await page.getByLabel("Credential").selectOption({ label: "Short-lived (deleted)" });
  const events = page.getByRole("main").getByRole("listitem");
  await expect(events).toHaveCount(2);
  await expect(events.first()).toContainText("deleted Short-lived");
  await expect(events.last()).toContainText("added Short-lived");
});

test("a credential's page leads to its history, where the data source that uses it is named", async ({
  page,
  home,
  signedIn: _,
}) => {
  await fillCredential(page, "In use", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name: "In use" }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Endpoint").selectOption("users");
  await page.getByLabel("Name").fill("Reps");
  await page.getByRole("button", { name: "Create data source" }).click();
  await page.waitForURL(/\/data-sources\/[^/]+\?created=1$/);
  await page.goto("/credentials");
  await page.getByRole("link", { name: "In use" }).click();
  await page.getByRole("link", { name: "View history" }).click();
  await expect(page.getByRole("main").getByRole("listitem").first()).toContainText("connected a data source to In use");
});

test("U13, S15: exports are downloads of the whole filter, with formulas disarmed, and events themselves", async ({
  page,
  home,
  signedIn: _,
}) => {
  const formula = '=HYPERLINK("http://evil.example/csv")';
  await fillCredential(page, formula, home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("radio", { name: formula }).waitFor();
  await page.goto("/audit");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv).toContain(`,"'=HYPERLINK(""http://evil.example/csv"")",`);
  expect(csv).not.toContain(home.clari.pair.apiPassword);

  const headers = { cookie: await cookieOf(page) };
  const url = `${home.app.url}/api/v1/audit/export?format=json`;
  const response = await fetch(url, { headers });
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="audit-[\d-]+\.json"$/);
  const { events } = (await response.json()) as { events: { action: string; seq: number }[] };
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => events.length - index));
  expect(events.slice(0, 2).map(({ action }) => action)).toEqual(["audit.exported", "audit.exported"]);

  expect((await fetch(url)).status).toBe(401);
  expect((await fetch(url, { headers: { ...headers, "sec-fetch-site": "cross-site" } })).status).toBe(403);
  expect((await fetch(`${url}&from=nonsense`, { headers })).status).toBe(422);
});

test("U16: axe finds nothing on the trail, its details and its verification", async ({ signedIn: page }) => {
  await page.goto("/audit");
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: "Verify the trail" }).click();
  await expect(page.getByText("Trail verified.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
});

test("L2: a shell verifies the trail too, on the embedded database while no server runs", async ({
  page,
  home,
  signedIn: _,
}) => {
  const beside = await verifyTrail(home.env);
  if (home.databaseUrl) expect(beside).toMatchObject({ code: 0 });
  else {
    expect(beside).toMatchObject({ code: 2 });
    expect(beside.output).toContain(String(home.app.process.pid));
  }
  await home.app.stop();
  const alone = await verifyTrail(home.env);
  expect(alone.output).toMatch(/: Trail verified\. All \d+ events are intact\./);
  expect(alone.code).toBe(0);
  await home.restart();
  await page.goto("/audit");
  await expect(page.getByRole("heading", { name: "Audit" })).toBeVisible();
});
