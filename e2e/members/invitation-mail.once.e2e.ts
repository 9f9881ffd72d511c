import { expect } from "../support/fixtures";
import { newEmail } from "../support/people";
import { test } from "../support/receivers";

test.use({ installation: "members/invitation-mail" });

test("an invitation goes out by mail where a mail server is set up, and says so where it was not taken", async ({
  signedIn: page,
  receivers: { mailServer },
  home,
}) => {
  const invite = async (email: string) => {
    await page.goto("/members");
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByLabel("Email", { exact: true }).fill(email);
    await page.getByRole("button", { name: "Create invitation" }).click();
  };
  const email = newEmail("mailed");
  await invite(email);
  await expect(page.getByText("We've emailed the invitation.")).toBeVisible();
  const link = await page.getByLabel("Invitation link").inputValue();
  const mail = mailServer.mails.at(-1);
  expect(mail?.to).toEqual([email]);
  expect(mail?.text).toContain("Subject: You're invited to Latchkey");
  expect(mail?.text.replace(/=\r?\n/g, "")).toContain(link.slice(home.app.url.length));

  mailServer.refusal.code = 550;
  await invite(newEmail("refused"));
  await expect(page.getByText("The mail server refused the invitation.")).toBeVisible();
  await expect(page.getByLabel("Invitation link")).toHaveValue(/\/invite\//);
  mailServer.refusal.code = 0;
});
