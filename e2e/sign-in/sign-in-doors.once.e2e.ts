import { expect, makeOwner, OWNER, signIn, TOKEN, test } from "../support/fixtures";
import { signInAction, stranger } from "../support/sign-in-action";

test.use({ installation: "sign-in/sign-in-doors" });

test("A1: set-up refuses a password that anyone would try, and one that is too short or too long", async ({ home }) => {
  const setUp = async (password: string) => {
    const response = await fetch(`${home.app.url}/api/v1/setup`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: home.app.url },
      body: JSON.stringify({ token: TOKEN, ...OWNER, password }),
    });
    return { status: response.status, text: await response.text() };
  };
  for (const password of ["password12345", "aaaaaaaaaaaaaaa", "123456789012", OWNER.email, "short", "x".repeat(1025)]) {
    const { status, text } = await setUp(password);
    expect(status, password).toBe(422);
    expect(JSON.parse(text).fields.password, password).toMatch(/password|characters/);
    if (password.length < 100) expect(text).not.toContain(`"${password}"`);
  }
});

test("A7, A8, S15: the session is in one cookie that only this host gets, and in no answer", async ({ page, home }) => {
  await makeOwner(home.app.url);
  const answers: string[] = [];
  page.on(
    "response",
    (response) =>
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      ),
  );
  await signIn(page, home.app.url);
  const cookies = await page.context().cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const { name, httpOnly, secure, sameSite, path } of cookies) {
    expect(name).toMatch(/^__Host-/);
    expect({ httpOnly, secure, path }).toEqual({ httpOnly: true, secure: true, path: "/" });
    expect(["Lax", "Strict"]).toContain(sameSite);
  }
  const token = decodeURIComponent(cookies.find(({ name }) => name.includes("session_token"))?.value ?? "").split(
    ".",
  )[0];
  expect(token).toMatch(/^\w{32}$/);
  await page.goto("/account");
  await expect(page.getByText("this one")).toBeVisible();
  expect([...answers, await page.content()].join("\n")).not.toContain(token ?? "");
});

test("A4: an unknown address and a wrong password are answered alike", async ({ browser, home }) => {
  await makeOwner(home.app.url);
  const attempt = await signInAction(await stranger(browser), home.app.url);
  // The first of all loads code.
  await attempt("warm-up@example.com", "not the password");
  const known = [];
  const unknown = [];
  for (let round = 0; round < 3; round += 1) {
    known.push(await attempt(OWNER.email, "not the password"));
    unknown.push(await attempt("nobody@example.com", "not the password"));
  }
  for (const answer of [...known, ...unknown]) {
    expect(answer.status).toBe(200);
    expect(answer.body).toBe(known[0]?.body);
    expect(answer.body).toContain("SIGN_IN_REFUSED");
  }
});

test("A3: tries are counted by account, whatever a client says about itself; a known browser still gets in", async ({
  browser,
  page: known,
  home,
}) => {
  test.setTimeout(120_000);
  await makeOwner(home.app.url);
  await signIn(known, home.app.url);
  await known.getByRole("button", { name: "Sign out" }).click();
  await known.waitForURL("**/sign-in");
  const page = await stranger(browser);
  const attempt = await signInAction(page, home.app.url);
  // The ten of a window, less what the test before used up of them.
  let looked = 0;
  for (let round = 0; round < 12; round += 1) {
    const forged = `198.51.100.${round}`;
    const headers = {
      "x-forwarded-for": forged,
      "x-real-ip": forged,
      forwarded: `for="[2001:db8::${round}]"`,
      "x-latchkey-peer": `2001:db8:${round}::1`,
    };
    const { body } = await attempt(OWNER.email, `not the password ${round}`, { headers });
    if (body.includes("SIGN_IN_REFUSED")) looked += 1;
    else expect(body).toContain("TOO_MANY_ATTEMPTS");
  }
  expect(looked).toBeLessThanOrEqual(10);
  const right = await attempt(OWNER.email, OWNER.password);
  expect(right.body, "the right password is not looked at either").toContain("TOO_MANY_ATTEMPTS");
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Too many tries")).toBeVisible();
  // The one who was here before is not kept out by what strangers do.
  await signIn(known, home.app.url);
});

test("A3: one peer is limited over all accounts, and stays so under other names", async ({ browser, home }) => {
  test.setTimeout(120_000);
  await makeOwner(home.app.url);
  const attempt = await signInAction(await stranger(browser), home.app.url);
  const answers: string[] = [];
  for (let round = 0; round < 32; round += 1) {
    const { body } = await attempt(`person-${round}@example.com`, "not the password", {
      headers: { "x-forwarded-for": `203.0.113.${round}` },
      // A peer of its own: the others of this file still have all their tries.
      from: "127.0.0.77",
    });
    answers.push(body.includes("TOO_MANY_ATTEMPTS") ? "limited" : "looked at");
  }
  expect(answers.at(-1)).toBe("limited");
  expect(answers.filter((answer) => answer === "looked at").length).toBeLessThanOrEqual(30);
});
