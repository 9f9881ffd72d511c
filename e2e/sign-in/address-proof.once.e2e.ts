import { runAxe } from "../support/axe";
import { builtActions, postAction } from "../support/built-doors";
import { test as base, expect } from "../support/fixtures";
import { join, ownerOf, PASSWORD, Person } from "../support/people";
import { resetLink } from "../support/run-operator";
import { freePort } from "../support/start-app";

/** Passkeys belong to a host name. */
const test = base.extend({
  settings: [
    // biome-ignore lint/correctness/noEmptyPattern: playwright reads what a fixture needs from the pattern
    async ({}, use) => {
      const port = String(await freePort());
      await use({ PORT: port, PUBLIC_URL: `http://localhost:${port}` });
    },
    { scope: "worker" },
  ],
});

const act = (url: string, path: string, name: string, args: unknown[], cookie = "") => {
  const action = builtActions().find((one) => one.name === name);
  if (!action) throw new Error(`no action ${name}`);
  return postAction(url, action, { cookie, args, path });
};

test("A6: whoever made an account with someone else's invitation adds no passkey, and a link of the operator puts them out", async ({
  browser,
  home,
}) => {
  const at = home.env.PUBLIC_URL ?? "";
  const squatter = await join(await ownerOf(at, browser), "admin", "Squatter");
  const theirs = await browser.newContext();
  await theirs.addCookies(squatter.cookies());
  const page = await theirs.newPage();
  await page.goto(`${at}/account`);
  const section = page.getByRole("region", { name: "Prove your address" });
  await expect(section.getByText(`npm run reset-password -- ${squatter.email}`)).toBeVisible();
  await expect(page.getByRole("region", { name: "Passkeys" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Authenticator app" })).toHaveCount(0);
  expect(await runAxe(page)).toEqual([]);
  for (const [name, input] of [
    ["beginPasskeyAction", {}],
    ["startAuthenticatorAction", { password: PASSWORD }],
  ] as const) {
    const { result } = await act(at, "/account", name, [input], squatter.cookie);
    expect(result, name).toMatchObject({
      ok: false,
      error: { code: "FORBIDDEN", message: expect.stringMatching(/^Prove your email address first/) },
    });
  }

  const link = await resetLink(home.env, squatter.email);
  const own = "the sentence of whoever has the address";
  const token = link.slice(link.indexOf("#") + 1);
  expect((await act(at, "/reset-password", "resetPasswordAction", [{ token, password: own }])).result).toMatchObject({
    ok: true,
  });
  expect((await squatter.get("/members")).status).toBe(401);
  const signIn = (password: string) => act(at, "/sign-in", "signInAction", [{ email: squatter.email, password }, null]);
  expect((await signIn(PASSWORD)).result).toMatchObject({ ok: false, error: { code: "SIGN_IN_REFUSED" } });

  const victim = new Person(at, (await signIn(own)).cookies, squatter.email);
  const { result } = await act(at, "/account", "beginPasskeyAction", [], victim.cookie);
  expect(result).toMatchObject({ ok: true });
  const mine = await browser.newContext();
  await mine.addCookies(victim.cookies());
  const account = await mine.newPage();
  await account.goto(`${at}/account`);
  await expect(account.getByRole("button", { name: "Add a passkey" })).toBeVisible();
  await expect(account.getByRole("region", { name: "Authenticator app" })).toBeVisible();
  await expect(account.getByRole("region", { name: "Prove your address" })).toHaveCount(0);
  await account.goto(`${at}/audit`);
  await expect(account.getByText("proved their email address").first()).toBeVisible();
});
