import { runAxe } from "../support/axe";
import { MOVABLE_CLOCK, MOVED_SECONDS, moveClock } from "../support/clock";
import { expect } from "../support/fixtures";
import { newEmail } from "../support/people";
import { addPerson, CALLBACK, goThrough, test } from "../support/single-sign-on";

test.use({ moreSettings: MOVABLE_CLOCK });

test("A12: someone without a password confirms with the provider, who must have asked them anew", async ({
  page,
  owner,
  provider,
  home,
}) => {
  provider.redirectUris.add(`${home.app.url}${CALLBACK}`);
  const email = newEmail("admin");
  const person = addPerson(provider, email);
  await owner.post("/invitations", { email, role: "admin" });
  await page.goto("/sign-in");
  await goThrough(page, email);
  await page.waitForURL("**/overview");
  await page.goto("/settings/notices");
  await moveClock(home.app);
  provider.aheadSeconds = MOVED_SECONDS;
  await page.getByRole("button", { name: "Show signing secret" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm it's you" });
  await expect(dialog.getByLabel("Your password", { exact: true })).toHaveCount(0);
  const openWindow = async () => {
    const opened = page.waitForEvent("popup");
    await dialog.getByRole("button", { name: "Confirm with Acme" }).click();
    const window = await opened;
    await window.getByRole("button", { name: "Continue", exact: true }).click();
    await window.getByLabel("Account").fill(email);
    return window;
  };
  for (const twist of ["no-auth-time", "old-auth-time"] as const) {
    provider.twist = twist;
    const window = await openWindow();
    await window.getByRole("button", { name: "Sign in there" }).click();
    await expect(window.getByText("We couldn't accept")).toBeVisible();
    expect(await runAxe(window)).toEqual([]);
    await window.close();
  }
  provider.twist = undefined;
  const { sub } = person;
  person.sub = "someone-else";
  const wrong = await openWindow();
  await wrong.getByRole("button", { name: "Sign in there" }).click();
  await expect(wrong.getByText("with the provider as someone else")).toBeVisible();
  await wrong.close();
  const { body } = await owner.get("/audit/export?format=json", { "sec-fetch-site": "same-origin" });
  const refused = body.events.filter(({ action }: { action: string }) => action === "person.proof-refused");
  expect(refused, "L1: another person is an event").toMatchObject([{ result: "wrong-single-sign-on" }]);
  await expect(dialog).toBeVisible();
  person.sub = sub;
  const window = await openWindow();
  await window.getByRole("button", { name: "Sign in there" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Signing secret" })).toBeVisible();
});
