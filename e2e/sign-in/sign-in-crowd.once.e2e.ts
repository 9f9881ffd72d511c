import { besideCrowd, expectNobodyWaited } from "../support/beside-a-crowd";
import { captureAction } from "../support/capture-action";
import { expect } from "../support/fixtures";
import { join, test } from "../support/people";
import { resetLink } from "../support/run-operator";
import { signInAction, stranger } from "../support/sign-in-action";

const CROWD = 60;
const PEERS = ["127.0.0.3", "127.0.0.4"];

test("A2: sixty wrong passwords at once: a short queue, refusals beyond it, and nobody who is signed in waits for a hash", async ({
  owner,
  browser,
  home,
}) => {
  const attempt = await signInAction(await stranger(browser), home.app.url);
  const beside = await besideCrowd(owner, () =>
    Promise.all(
      Array.from({ length: CROWD }, (_, index) =>
        attempt(`nobody-${index}@example.com`, "not the password", { from: PEERS[index % 2] ?? "" }),
      ),
    ),
  );
  const { answers } = beside;
  const looked = answers.filter(({ body }) => body.includes("SIGN_IN_REFUSED")).length;
  const refused = answers.filter(({ body }) => body.includes("The server is busy checking passwords."));
  expect([looked + refused.length, looked > 0, looked < CROWD / 2]).toEqual([CROWD, true, true]);
  expect(refused.every(({ body }) => body.includes('"retryAfterSeconds":5'))).toBe(true);
  expectNobodyWaited(beside, looked);
  // What was refused before it was looked at did not count: the same peers still have tries.
  for (const from of PEERS)
    expect((await attempt("nobody@example.com", "not the password", { from })).body).toContain("SIGN_IN_REFUSED");
});

test("A2, A3: sixty uses of password links at once: one sets a password, used ones cost no hash, and nobody who is signed in waits", async ({
  owner,
  browser,
  home,
}) => {
  const { email } = await join(owner, "member");
  const page = await stranger(browser);
  const setPassword = async (link: string) => {
    await page.goto("about:blank");
    await page.goto(link);
    await page.getByLabel("New password", { exact: true }).fill("a third quiet sentence");
    await page.getByRole("button", { name: "Set password" }).click();
  };
  const used = await resetLink(home.env, email);
  await setPassword(used);
  await expect(page.getByText("Your new password is set")).toBeVisible();
  const unused = await resetLink(home.env, email);
  const action = await captureAction(page, () => setPassword(unused));
  const use = async (link: string, from: string) => {
    const body = action.body.replace(unused.split("#")[1] ?? "", link.split("#")[1] ?? "");
    return (await action.send({ body, from })).text();
  };
  const beside = await besideCrowd(owner, () =>
    Promise.all(
      Array.from({ length: CROWD }, (_, index) =>
        // Twenty uses of links are looked at for a peer.
        use(index % 2 === 0 ? unused : used, `127.0.0.${10 + (index % 4)}`),
      ),
    ),
  );
  const { answers } = beside;
  const count = (words: string) => answers.filter((body) => body.includes(words)).length;
  const done = count('"ok":true');
  const usedUp = count("This link was already used");
  const refused = count("The server is busy checking passwords.");
  expect([done, done + usedUp + refused]).toEqual([1, CROWD]);
  // A used one is refused unhashed; of the unused one as many are hashed as find a place at the same moment.
  expect(usedUp).toBeGreaterThanOrEqual(CROWD / 2);
  // Four places for each of four peers, ten of which are in the line at most.
  expectNobodyWaited(beside, 8);
});
