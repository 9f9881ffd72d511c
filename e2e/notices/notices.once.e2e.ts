import { createHmac } from "node:crypto";
import { runAxe } from "../support/axe";
import { expect, OWNER } from "../support/fixtures";
import { test } from "../support/receivers";

test("settings: a webhook is saved, its secret comes on request only, and a test notice arrives signed and by mail", async ({
  signedIn: page,
  receivers: { receiver, mailServer },
}) => {
  await page.goto("/data-sources");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Notices" }).click();
  await expect(page.getByText(`They are: ${OWNER.email}`)).toBeVisible();
  const address = page.getByLabel("Webhook address");
  const notices = page.getByRole("region", { name: "Notices" });
  const save = notices.getByRole("button", { name: "Save" });
  for (const [wrong, sentence] of [
    ["hooks.example.com", "Enter a full address"],
    ["http://hooks.example.com", "starts with https:"],
    ["https://169.254.169.254/latest", "host name, not a number"],
  ] as const) {
    await address.fill(wrong);
    await save.click();
    await expect(notices.getByText(sentence)).toBeVisible();
    await expect(address).toBeFocused();
  }
  await address.fill(`${receiver.origin}/hook`);
  await save.click();
  await expect(notices.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();

  const answers: string[] = [];
  page.on(
    "response",
    (response) =>
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      ),
  );
  await page.reload();
  await expect(address).toHaveValue(`${receiver.origin}/hook`);
  expect(`${await page.content()}${answers.join()}`).not.toContain("whsec_");
  await page.getByRole("button", { name: "Show signing secret" }).click();
  const secret = await page.getByRole("textbox", { name: "Signing secret" }).inputValue();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);

  await page.getByRole("button", { name: "Send a test notice" }).click();
  await expect(page.getByText("Test notice delivered.")).toBeVisible();
  const hook = receiver.hooks.at(-1);
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature } = hook?.headers ?? {};
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  expect(signature).toBe(`v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${hook?.body}`).digest("base64")}`);
  expect(JSON.parse(hook?.body ?? "")).toMatchObject({ type: "notice.test" });
  expect(mailServer.mails.map(({ to }) => to)).toEqual([[OWNER.email]]);
  expect(mailServer.mails[0]?.text).toContain("Subject: Test notice");

  await page.getByRole("button", { name: "New signing secret" }).click();
  await page.getByRole("button", { name: "Create a new one" }).click();
  await expect(page.getByRole("textbox", { name: "Signing secret" })).not.toHaveValue(secret);
});

test("a test notice that does not arrive says why, waits for its next try, and is seen in the last deliveries", async ({
  signedIn: page,
  receivers: { receiver, mailServer },
}) => {
  await page.goto("/settings/notices");
  const notices = page.getByRole("region", { name: "Notices" });
  await page.getByLabel("Webhook address").fill(`${receiver.origin}/failing`);
  await notices.getByLabel("Email owners and admins").check();
  await notices.getByRole("button", { name: "Save" }).click();
  await expect(notices.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  receiver.answer.status = 500;
  mailServer.refusal.code = 550;
  await page.getByRole("button", { name: "Send a test notice" }).click();
  await expect(page.getByText("The test notice didn't reach everyone.")).toBeVisible();
  const deliveries = page.getByRole("region", { name: "Last deliveries" });
  const webhook = deliveries.getByRole("listitem").filter({ hasText: "The address answered with status 500" });
  await expect(webhook).toContainText("Waiting");
  await expect(webhook).toContainText(`Webhook to ${new URL(receiver.origin).host}`);
  await expect(deliveries.getByRole("listitem").filter({ hasText: "refused this email" })).toContainText("Given up");
  receiver.answer.status = 200;
  mailServer.refusal.code = 0;
});

test("health checks are chosen apart from rotation; two tabs do not overwrite each other (U3)", async ({
  signedIn: page,
  context,
}) => {
  await page.goto("/settings/credentials");
  const other = await context.newPage();
  await other.goto("/settings/credentials");
  const section = page.getByRole("region", { name: "Health checks" });
  await expect(section.getByRole("option", { name: "Every day (installation default)" })).toHaveCount(1);
  const names = await page.getByRole("main").getByRole("button", { name: /^Save/ }).allTextContents();
  expect(names).toEqual(["Save health checks", "Save older versions", "Save rotation"]);
  await section.getByLabel("Verify stored credentials").selectOption("Every 6 hours");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  // The other section of this tab knows of it.
  const rotation = page.getByRole("region", { name: "Rotation" });
  await rotation.getByLabel("Replace values after").fill("90");
  await rotation.getByRole("button", { name: "Save" }).click();
  await expect(rotation.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  const stale = other.getByRole("region", { name: "Health checks" });
  await stale.getByLabel("Verify stored credentials").selectOption("Never");
  await stale.getByRole("button", { name: "Save" }).click();
  await expect(stale.getByText("Someone changed these settings")).toBeVisible();
  await other.reload();
  await expect(stale.getByLabel("Verify stored credentials")).toHaveValue("360");
  await expect(other.getByLabel("Replace values after")).toHaveValue("90");
  await other.close();
});

test("the bell counts what is new, and visiting the notices marks them read", async ({ signedIn: page }) => {
  await page.goto("/settings/notices");
  await page.getByRole("button", { name: "Send a test notice" }).click();
  await expect(page.getByText(/^(The test notice|Test notice delivered)/)).toBeVisible();
  const bell = page.getByRole("navigation", { name: "Notices" }).getByRole("link");
  await expect(bell).toHaveAccessibleName(/\d+ unread/);
  await bell.click();
  const newest = page.getByRole("main").getByRole("listitem").first();
  await expect(newest).toContainText("Test notice");
  await expect(newest).toContainText("New");
  await expect(bell).toHaveAccessibleName("Notices");
  // What was new on arrival stays marked until one leaves.
  await expect(newest).toContainText("New");
  await page.reload();
  await expect(newest).toContainText("Test notice");
  await expect(newest).not.toContainText("New");
});

test("U16: axe finds nothing on settings and notices", async ({ signedIn: page }) => {
  for (const path of ["/settings", "/settings/credentials", "/settings/notices", "/notices"]) {
    await page.goto(path);
    if (path === "/settings/notices") await page.getByRole("button", { name: "Show signing secret" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await runAxe(page), path).toEqual([]);
  }
});
