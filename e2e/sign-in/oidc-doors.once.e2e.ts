import { expect, makeOwner, OWNER } from "../support/fixtures";
import { addPerson, CALLBACK, goThrough, makeRoundTrips, test } from "../support/single-sign-on";

// An installation of its own: the last test uses up what a peer may try.
test.use({ installation: "sign-in/oidc-doors" });

test.beforeEach(async ({ home, provider }) => {
  await makeOwner(home.app.url);
  provider.redirectUris.add(`${home.app.url}${CALLBACK}`);
  provider.twist = undefined;
});

/** The same person in all tests: an account is tied to one. */
const ADA = { sub: "ada", name: "Ada" };

const sessionOf = async (url: string, cookie: string) =>
  (await fetch(`${url}/api/v1/credentials`, { headers: { cookie } })).status;

test("OIDC: what does not fit is refused: state, code, issuer, audience, nonce, signature, times", async ({
  page,
  provider,
  home,
}) => {
  const { url } = home.app;
  addPerson(provider, OWNER.email, ADA);
  const begin = await makeRoundTrips(page, url, provider);

  for (const twist of [
    "wrong-issuer",
    "wrong-audience",
    "wrong-nonce",
    "foreign-key",
    "unsigned",
    "expired",
    "no-id-token",
    "redirect",
  ] as const) {
    provider.twist = twist;
    const trip = await begin(OWNER.email);
    const { path, cookie } = await trip.finish();
    expect(path, twist).toBe("/sign-in?problem=refused&next=%2Foverview");
    expect(cookie, twist).not.toContain("session_token");
  }
  provider.twist = undefined;
  addPerson(provider, OWNER.email, { ...ADA, sub: "s".repeat(256) });
  expect((await (await begin(OWNER.email)).finish()).path).toBe("/sign-in?problem=refused&next=%2Foverview");
  addPerson(provider, OWNER.email, ADA);
  provider.twist = "too-long";
  expect((await (await begin(OWNER.email)).finish()).path).toBe("/sign-in?problem=unreachable&next=%2Foverview");
  provider.twist = undefined;
  expect(provider.requests.filter(({ path }) => path === "/token-elsewhere")).toEqual([]);

  const trip = await begin(OWNER.email);
  const forged = new URL(trip.callback);
  forged.searchParams.set("state", "another-state");
  expect((await trip.finish(forged.href)).path).toContain("problem=expired");
  const mixedUp = new URL(trip.callback);
  mixedUp.searchParams.set("iss", "https://other.example");
  expect((await trip.finish(mixedUp.href)).path).toContain("problem=refused");
  // A browser that never began, as one is that someone else made open the link.
  expect((await trip.finish(trip.callback, "")).path).toBe("/sign-in?problem=expired");
  // The code with another browser's flow: neither state nor verifier fit.
  expect((await trip.finish(trip.callback, (await begin(OWNER.email)).cookie)).path).toContain("problem=expired");
  const done = await trip.finish();
  expect(done.path).toBe("/overview");
  expect(await sessionOf(url, done.cookie)).toBe(200);
  // The same once more, with the cookie kept: the code is used up.
  const again = await trip.finish();
  expect(again.path).toContain("problem=refused");
  expect(again.cookie).not.toContain("session_token");
});

test("A15: only the way back is there, it leads nowhere else, and no word of the provider is shown", async ({
  page,
  provider,
  home,
}) => {
  const { url } = home.app;
  for (const path of [
    "sign-in/email",
    "sign-in/social",
    "sign-up/email",
    "get-session",
    "callback/github",
    "ok",
    "error",
    "reference",
    "callback/oidc/x",
  ]) {
    for (const method of ["GET", "POST"]) {
      const body = method === "POST" ? "{}" : null;
      const response = await fetch(`${url}/api/auth/${path}`, { method, body, headers: { origin: url } });
      expect(response.status, `${method} ${path}`).toBe(404);
    }
  }
  expect((await fetch(`${url}${CALLBACK}`, { method: "POST", headers: { origin: url } })).status).toBe(405);
  expect((await fetch(`${url}${CALLBACK}`, { redirect: "manual" })).headers.get("cache-control")).toBe("no-store");

  addPerson(provider, OWNER.email, ADA);
  for (const next of ["https://evil.example/", "//evil.example", "/\\evil.example", "/.//evil.example"]) {
    await page.context().clearCookies();
    await page.goto(`${url}/sign-in?next=${encodeURIComponent(next)}`);
    await goThrough(page, OWNER.email);
    await page.waitForURL(`${url}/overview`);
  }
  await page.context().clearCookies();
  await page.goto(`${url}/sign-in?problem=%3Cb%3Emine%3C%2Fb%3E`);
  await expect(page.getByText("mine")).toHaveCount(0);
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("You cancelled signing in. Nothing changed.")).toBeVisible();
  expect(await page.content()).not.toContain("Text of the");
});

test("A3: ways to the provider are counted by peer", async ({ page, provider, home }) => {
  const begin = await makeRoundTrips(page, home.app.url, provider);
  addPerson(provider, OWNER.email, ADA);
  const trip = await begin(OWNER.email);
  // More than a window has, whatever the tests before used up of it.
  for (let round = 0; round < 60; round += 1) await fetch(trip.callback, { redirect: "manual" });
  expect((await trip.finish()).path, "without a flow nothing is asked, and nothing counted").toBe("/overview");
  for (let round = 0; round < 60; round += 1) await trip.finish();
  expect((await trip.finish()).path).toContain("problem=too-many");
  await page.reload();
  await page.getByRole("button", { name: "Continue with Acme" }).click();
  await expect(page.getByText("Too many tries.")).toBeVisible();
});
