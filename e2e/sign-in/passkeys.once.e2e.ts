import type { Locator, Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { MOVABLE_CLOCK, moveClock } from "../support/clock";
import { test as base, cookieOf, expect, makeOwner, OWNER, signIn } from "../support/fixtures";
import { oneTimeCode } from "../support/one-time-code";
import { freePort } from "../support/start-app";

/** Passkeys belong to a host name: this machine's own is one that browsers trust without TLS. */
const test = base.extend<object, { at: string }>({
  settings: [
    // biome-ignore lint/correctness/noEmptyPattern: playwright reads what a fixture needs from the pattern
    async ({}, use) => {
      const port = String(await freePort());
      await use({ PORT: port, PUBLIC_URL: `http://localhost:${port}`, ...MOVABLE_CLOCK });
    },
    { scope: "worker" },
  ],
  at: [async ({ home }, use) => use(home.env.PUBLIC_URL ?? ""), { scope: "worker" }],
  baseURL: async ({ at }, use) => use(at),
});

/** A device with a screen lock, which says yes to everything. */
async function addDevice(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    isUnlocked: (isUserVerified: boolean) =>
      session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    passkeys: async () => (await session.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
  };
}

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Confirm it's you" });

/** Answers the dialog where it comes: in this file a sign-in is too old after three seconds. */
async function expectOnceConfirmed(page: Page, expected: Locator) {
  await expect(expected.or(dialogOf(page))).toBeVisible();
  if (await dialogOf(page).isVisible()) {
    await dialogOf(page).getByLabel("Your password", { exact: true }).fill(OWNER.password);
    await dialogOf(page).getByRole("button", { name: "Confirm" }).click();
  }
  await expect(expected).toBeVisible();
}

async function addPasskey(page: Page, expected: Locator) {
  const section = page.getByRole("region", { name: "Passkeys" });
  await section.getByRole("button", { name: "Add a passkey" }).click();
  await expectOnceConfirmed(page, expected);
}

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
}

test("passkeys: one is added, signs in as both factors at once, and opens nothing once it is removed", async ({
  page,
  at,
  home,
}) => {
  await makeOwner(at);
  await signIn(page, at);
  const device = await addDevice(page);
  await page.goto("/account");
  const section = page.getByRole("region", { name: "Passkeys" });
  await addPasskey(page, section.getByRole("listitem").filter({ hasText: "Chrome on Linux" }));
  await section.getByRole("button", { name: "Rename passkey Chrome on Linux" }).click();
  await section.getByLabel("Passkey's name").fill("Work laptop");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("listitem")).toHaveText(/Work laptop/);
  expect(await runAxe(page)).toEqual([]);
  const [made] = await device.passkeys();
  expect(made).toMatchObject({ isResidentCredential: true, rpId: "localhost", userName: OWNER.email });
  await addPasskey(page, section.getByText("This device already has a passkey for this account."));

  // From now on a password alone is not enough.
  const app = page.getByRole("region", { name: "Authenticator app" });
  await app.getByLabel("Your password", { exact: true }).fill(OWNER.password);
  await app.getByRole("button", { name: "Set up" }).click();
  const secret = (await app.locator("code").textContent()) ?? "";
  await app.getByLabel("3. The code").fill(oneTimeCode(secret));
  await app.getByLabel("I saved my backup codes").check();
  await app.getByRole("button", { name: "Turn on" }).click();
  await expect(app.getByText("On: signing in asks for a code.")).toBeVisible();
  const before = await cookieOf(page);
  await signOut(page);
  expect((await fetch(`${at}/api/v1/credentials`, { headers: { cookie: before } })).status).toBe(401);

  await page.goto("/sign-in?next=/credentials");
  expect(await runAxe(page)).toEqual([]);
  await device.isUnlocked(false);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("You didn't use a passkey.")).toBeVisible();
  await device.isUnlocked(true);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.waitForURL(`${at}/credentials`);
  await page.goto("/account");
  await expect(section.getByText("never used")).toHaveCount(0);
  await expect(section.getByRole("listitem")).toHaveText(/Work laptop.*used/);

  // A12: the dialog takes a passkey beside the password, and removing goes on by itself.
  await moveClock(home.app);
  await section.getByRole("button", { name: "Remove passkey Work laptop" }).click();
  await expect(dialogOf(page).getByLabel("Your password", { exact: true })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  await device.isUnlocked(false);
  await dialogOf(page).getByRole("button", { name: "Use a passkey" }).click();
  await expect(dialogOf(page).getByText("You didn't use a passkey.")).toBeVisible();
  await device.isUnlocked(true);
  await dialogOf(page).getByRole("button", { name: "Use a passkey" }).click();
  await expect(section.getByRole("listitem")).toHaveCount(0);

  await page.goto("/audit");
  const trail = page.getByRole("main");
  for (const text of ["added a passkey", "removed a passkey", "signed in with a passkey"])
    await expect(trail.getByText(text).first()).toBeVisible();
  await signOut(page);
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByText("We couldn't accept this passkey.")).toBeVisible();
  const after = await cookieOf(page);
  expect((await fetch(`${at}/api/v1/credentials`, { headers: { cookie: after } })).status).toBe(401);
  expect(home.app.output()).not.toContain("UnhandledPromiseRejection");
});
