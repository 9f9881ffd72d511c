import { readFileSync } from "node:fs";
import type { Locator } from "playwright/test";
import { runAxe } from "../support/axe";
import { captureAction } from "../support/capture-action";
import { cookieOf, expect, makeOwner, OWNER, signIn } from "../support/fixtures";
import { oneTimeCode } from "../support/one-time-code";
import { test } from "../support/receivers";
import { resetLink } from "../support/run-operator";

test.use({ ownSession: true });

test("A16: an app is set up, asked for at sign-in, backed up by codes; a link of the operator gets one back in", async ({
  signedIn: page,
  browser,
  home,
}) => {
  test.setTimeout(120_000);
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Authenticator app" });
  await section.getByLabel("Your password", { exact: true }).fill("not the password");
  await section.getByRole("button", { name: "Set up" }).click();
  await expect(section.getByText("That's not your password.")).toBeVisible();
  await section.getByLabel("Your password", { exact: true }).fill(OWNER.password);
  await section.getByRole("button", { name: "Set up" }).click();
  await expect(section.getByRole("img", { name: "QR code of the secret" })).toBeVisible();
  const secret = (await section.locator("code").textContent()) ?? "";
  const backup =
    (await section.getByRole("list", { name: "Backup codes" }).getByRole("listitem").first().textContent()) ?? "";
  expect(backup.length).toBeGreaterThan(8);
  expect(await runAxe(page)).toEqual([]);
  // F28: the codes can be kept in three ways, and the set-up asks whether they were.
  const download = page.waitForEvent("download");
  await section.getByRole("button", { name: "Download" }).click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain(`${backup}\n`);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await section.getByRole("button", { name: "Copy secret" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  await section.getByRole("button", { name: "Copy backup codes" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`^${backup}\n`));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(`Latchkey backup codes for ${OWNER.email}`)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Your account" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await section.getByLabel("3. The code").fill("000000");
  await section.getByRole("button", { name: "Turn on" }).click();
  await expect(section.getByText("Copy, download or print them first")).toBeVisible();
  await section.getByLabel("I saved my backup codes").check();
  await section.getByRole("button", { name: "Turn on" }).click();
  await expect(section.getByText("That code didn't work.")).toBeVisible();
  await section.getByLabel("3. The code").fill(oneTimeCode(secret));
  await section.getByRole("button", { name: "Turn on" }).click();
  await expect(section.getByText("On: signing in asks for a code.")).toBeVisible();
  await expect(section.getByText("10 backup codes left.")).toBeVisible();
  const before = await cookieOf(page);

  const enter = async () => {
    const other = await (await browser.newContext()).newPage();
    await other.goto(`${home.app.url}/sign-in?next=/credentials`);
    await other.getByLabel("Email").fill(OWNER.email);
    await other.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await other.getByRole("button", { name: "Sign in" }).click();
    await expect(other.getByLabel("Code")).toBeFocused();
    const cookie = await cookieOf(other);
    expect((await fetch(`${home.app.url}/api/v1/credentials`, { headers: { cookie } })).status).toBe(401);
    return other;
  };
  const other = await enter();
  expect(await runAxe(other)).toEqual([]);
  await expect(other.getByRole("heading", { name: "Two-step verification" })).toBeVisible();
  await expect(other).toHaveTitle("Two-step verification · Latchkey");
  // The sixth digit sends it, once: Enter behind it is no second try.
  const tries: string[] = [];
  other.on("request", (request) => request.method() === "POST" && tries.push(request.url()));
  await other.getByLabel("Code").pressSequentially("00000");
  expect(tries).toHaveLength(0);
  await other.keyboard.type("0\n");
  await expect(other.getByText("That code didn't work.")).toBeVisible();
  expect(tries).toHaveLength(1);
  // The code that turned the app on is used up; one of the next step is taken from one of two who have it.
  const pages = [other, await enter()];
  const code = oneTimeCode(secret, 1);
  await Promise.all(
    pages.map(async (one) => {
      // As an app shows it, and as it is pasted.
      await one.getByLabel("Code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    }),
  );
  await Promise.all(
    pages.map((one) =>
      expect(one.getByText("That code didn't work.").or(one.getByRole("link", { name: "Ada Owner" }))).toBeVisible(),
    ),
  );
  const inside = pages.filter((one) => new URL(one.url()).pathname === "/credentials");
  expect(inside).toHaveLength(1);
  await inside[0]?.goto(`${home.app.url}/audit`);
  await expect(inside[0]?.getByRole("main").getByText(/sign in: wrong code$/) as Locator).toHaveCount(2);

  const withBackup = async () => {
    const third = await enter();
    await third.getByRole("button", { name: "Use a backup code" }).click();
    await expect(third.getByLabel("Backup code")).toBeFocused();
    await third.getByLabel("Backup code").fill(backup);
    await third.getByRole("button", { name: "Continue", exact: true }).click();
    return third;
  };
  await (await withBackup()).waitForURL(({ pathname }) => pathname === "/credentials");
  await expect((await withBackup()).getByText("That code didn't work.")).toBeVisible();

  await page.reload();
  await expect(section.getByText("9 backup codes left.")).toBeVisible();
  await section.getByRole("button", { name: "Create new codes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create new codes" }).click();
  await expect(section.getByRole("list", { name: "Backup codes" }).getByRole("listitem")).toHaveCount(10);
  await section.getByLabel("I saved my backup codes").check();
  await section.getByRole("button", { name: "Done" }).click();
  await expect(section.getByText("10 backup codes left.")).toBeVisible();

  const link = await resetLink(home.env, OWNER.email, "--drop-second-factors");
  expect(link.startsWith(`${home.app.url}/reset-password#`)).toBe(true);
  const lost = await (await browser.newContext()).newPage();
  await lost.goto(link);
  await expect(lost.getByLabel("New password", { exact: true })).toBeFocused();
  expect(lost.url(), "the token is gone from the address").toBe(`${home.app.url}/reset-password`);
  await lost.getByLabel("New password", { exact: true }).fill("qwertyuiop12");
  await lost.getByRole("button", { name: "Set password" }).click();
  await expect(lost.getByText("too easy to guess")).toBeVisible();
  await lost.getByLabel("New password", { exact: true }).fill(OWNER.password);
  await lost.getByRole("button", { name: "Set password" }).click();
  await expect(lost.getByText("Your new password is set")).toBeVisible();
  expect((await fetch(`${home.app.url}/api/v1/credentials`, { headers: { cookie: before } })).status).toBe(401);
  await signIn(lost, home.app.url);
  await lost.goto("about:blank");
  await lost.goto(link);
  await lost.getByLabel("New password", { exact: true }).fill("a third quiet sentence");
  await lost.getByRole("button", { name: "Set password" }).click();
  await expect(lost.getByText("This link was already used")).toBeVisible();
});

test("A4, A9: a link comes by mail, for addresses that have an account, with one answer for all", async ({
  page,
  home,
  receivers: { mailServer },
}) => {
  await makeOwner(home.app.url);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  const action = await captureAction(page, async () => {
    await page.getByLabel("Email").fill("nobody@example.com");
    await page.getByRole("button", { name: "Email me a link" }).click();
  });
  const ask = async (email: string) => {
    const response = await action.send({ body: action.body.replace("nobody@example.com", email) });
    return { status: response.status, body: await response.text() };
  };
  expect(await ask(OWNER.email)).toEqual(await ask("nobody@example.com"));
  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page.getByText("If there's an account with this address")).toBeVisible();
  // The mail server is shared with the tests before.
  const links = () => mailServer.mails.filter(({ text }) => text.includes("/reset-password"));
  await expect.poll(() => links().length).toBe(1);
  const [mail] = links();
  expect(mail?.to).toEqual([OWNER.email]);
  // Quoted-printable: lines are cut with a sign of equality at their end.
  const text = (mail?.text ?? "").replace(/=\r?\n/g, "");
  const link = /http:\S+\/reset-password#[\w.-]+/.exec(text)?.[0] ?? "";
  await page.goto(link);
  await page.getByLabel("New password", { exact: true }).fill(OWNER.password);
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("link", { name: "Sign in" }).click();
  await signIn(page, home.app.url);
  expect(home.app.output()).not.toContain(link.split("#")[1]);
});
