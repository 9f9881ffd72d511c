import { runAxe } from "../support/axe";
import { expect, makeOwner, OWNER } from "../support/fixtures";
import { test } from "../support/receivers";
import { signInAction, stranger } from "../support/sign-in-action";

test("A3: someone whom strangers keep out on a new browser asks for a link by mail, and gets in with it", async ({
  browser,
  home,
  receivers: { mailServer },
}) => {
  await makeOwner(home.app.url);
  const attempt = await signInAction(await stranger(browser), home.app.url);
  for (let round = 0; round < 11; round += 1) await attempt(OWNER.email, "not the password", { from: "127.0.0.9" });
  const page = await stranger(browser);
  await page.goto(`${home.app.url}/sign-in`);
  const enter = async () => {
    await page.getByLabel("Email").fill(OWNER.email);
    await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  await enter();
  await expect(page.getByText("Too many tries.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Email me a link" }).click();
  await expect(page.getByText("If there's an account with this address")).toBeVisible();
  const mail = () => mailServer.mails.find(({ text }) => text.includes("/sign-in#"));
  await expect.poll(() => mail()?.to).toEqual([OWNER.email]);
  // Quoted-printable: lines are cut with a sign of equality at their end.
  const text = (mail()?.text ?? "").replace(/=\r?\n/g, "");
  await page.goto("about:blank");
  await page.goto(/http:\S+\/sign-in#[\w.-]+/.exec(text)?.[0] ?? "");
  await expect(page.getByText("This link lets this browser in.")).toBeVisible();
  expect(page.url(), "the token is gone from the address").toBe(`${home.app.url}/sign-in`);
  expect(await runAxe(page)).toEqual([]);
  await enter();
  await page.waitForURL("**/overview");
});
