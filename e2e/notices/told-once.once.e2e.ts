import { expect, fillCredential, OWNER } from "../support/fixtures";
import { test } from "../support/receivers";

// Seconds in place of a day and of five minutes: what is tested is the order of things.
test.use({ moreSettings: { REVERIFY_EVERY_MINUTES: "0.05", REVERIFY_CONFIRM_MINUTES: "0.05" } });

test("P12: a workspace is told once that a pair was replaced at the provider, and once that it works again", async ({
  signedIn: page,
  home,
  receivers: { receiver, mailServer },
}) => {
  test.setTimeout(150_000);
  const told = () =>
    receiver.hooks.map(({ headers, body }) => ({ id: headers["webhook-id"], ...JSON.parse(body) }) as const);
  const subjects = () => mailServer.mails.map(({ text }) => /^Subject: (.*)$/m.exec(text)?.[1]?.trim());
  await page.goto("/settings/notices");
  await page.getByLabel("Webhook address").fill(`${receiver.origin}/hook`);
  const notices = page.getByRole("region", { name: "Notices" });
  await notices.getByRole("button", { name: "Save" }).click();
  await expect(notices.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await fillCredential(page, "Told once", home.clari.pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Told once" })).toBeChecked();

  const next = home.clari.generatePair();
  await expect.poll(() => told().length, { timeout: 60_000 }).toBe(1);
  expect(told()[0]).toMatchObject({
    type: "credential.failed",
    data: { credentialName: "Told once", connectorName: "Clari Copilot" },
  });
  await expect.poll(subjects).toEqual(["Told once needs attention"]);
  expect(mailServer.mails[0]?.to).toEqual([OWNER.email]);
  // It goes on being checked and refused, and nobody hears of that.
  const asked = home.clari.requests.length;
  await expect.poll(() => home.clari.requests.length, { timeout: 40_000 }).toBeGreaterThan(asked + 1);

  // The link of the notice leads to the form; the receiver is down when the good news comes.
  receiver.answer.status = 500;
  await page.goto(told()[0]?.data.url);
  await page.getByLabel("API Key", { exact: true }).fill(next.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(next.apiPassword);
  await page.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(page.getByText("New values verified and in use.")).toBeVisible();
  await expect.poll(() => told().length, { timeout: 20_000 }).toBe(2);
  receiver.answer.status = 200;
  await expect.poll(() => told().length, { timeout: 40_000 }).toBe(3);
  expect(told().map(({ type }) => type)).toEqual(["credential.failed", "credential.recovered", "credential.recovered"]);
  expect(told()[2]?.id).toBe(told()[1]?.id);
  await expect.poll(subjects).toEqual(["Told once needs attention", "Told once works again"]);

  await page.goto("/notices");
  const items = page.getByRole("main").getByRole("listitem");
  await expect(items).toHaveCount(2);
  await expect(items.nth(0)).toContainText("Told once works again");
  await expect(items.nth(1)).toContainText("Clari Copilot stopped accepting this pair. It's working again.");
  await page.goto("/settings/notices");
  const deliveries = page.getByRole("region", { name: "Last deliveries" }).getByRole("listitem");
  await expect(deliveries.filter({ hasText: "Webhook" }).first()).toContainText("After 2 tries.");
});
