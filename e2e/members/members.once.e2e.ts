import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { join, newEmail, test } from "../support/people";

test("U16: axe finds nothing on members, its dialogs, the switcher and an invitation, and none is wider than 320 px", async ({
  signedIn: page,
  owner,
  browser,
  home,
}) => {
  const { link } = (await owner.post("/invitations", { email: newEmail("axe"), role: "viewer" })).body;
  await join(owner, "admin", "A person with a rather long name, as some people have");
  const check = async (where: string, on = page) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await on.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await runAxe(on), `${where}, ${colorScheme}`).toEqual([]);
    }
    await on.setViewportSize({ width: 320, height: 700 });
    const overflow = await on.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${where} at 320 px`).toBeLessThanOrEqual(0);
    await on.setViewportSize({ width: 1280, height: 720 });
  };
  await page.goto("/members");
  await check("members");
  await page.getByRole("button", { name: /^Workspace:/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Workspaces" })).toBeVisible();
  await check("switcher");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Workspaces" })).toBeHidden();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(page.getByLabel("Email")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Enter an email address")).toBeVisible();
  await check("invite with errors");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Remove A person/ }).click();
  await check("remove");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Role of A person/ }).click();
  await check("role");
  const guest = await browser.newPage();
  await guest.goto(link);
  await check("invitation", guest);
  await guest.goto(`${home.app.url}/invite/nothing`);
  await check("no invitation", guest);
  await guest.close();
});
