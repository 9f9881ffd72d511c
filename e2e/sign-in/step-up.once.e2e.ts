import type { Page } from "playwright/test";
import { builtActions, postAction } from "../support/built-doors";
import type { Cast } from "../support/cast";
import { choose } from "../support/choose";
import { MOVABLE_CLOCK, moveClock } from "../support/clock";
import { expect, fillCredential, OWNER, signIn } from "../support/fixtures";
import { dataSourceBody, ifMatch, ownerOf, type Person, test } from "../support/people";
import { asksForRecentSignIn, readRows, readUseCases } from "../support/read-use-cases";
import { newName, Stage } from "../support/stage";

// A12: what cannot be undone, or decides over others, asks for a recent sign-in.

test.use({ settings: MOVABLE_CLOCK, ownSession: true });

const CONFIRM = { code: "CONFIRM_PASSWORD", message: expect.stringContaining("Confirm it's you") };

test("A12: every action and operation of a use case that asks for a recent sign-in does so, before anything else", async ({
  owner: old,
  browser,
  home,
}) => {
  const { url } = home.app;
  const { activeId } = (await old.get("/workspaces")).body;
  await moveClock(home.app);
  const doors = new Set(
    readUseCases()
      .filter(asksForRecentSignIn)
      .flatMap((useCase) => useCase.doors),
  );
  const actions = builtActions().filter(({ name }) => doors.has(name));
  const rows = readRows().filter(({ door }) => doors.has(door));
  expect(actions.length + rows.length).toBe(doors.size);
  expect(Math.min(actions.length, rows.length)).toBeGreaterThan(15);
  for (const action of actions) {
    const { result } = await postAction(url, action, { cookie: old.cookie, args: [activeId, {}] });
    expect.soft(result, action.name).toEqual({ ok: false, error: CONFIRM });
  }
  const ask = (person: Person, door: string) => {
    const [method = "", address = ""] = door.split(" ");
    const path = address.replace("/api/v1", "").replace("{id}", "a".repeat(22));
    return person.send(method, path, method === "DELETE" ? undefined : {}, ifMatch(1));
  };
  for (const { door } of rows) {
    const { message: detail, ...problem } = CONFIRM;
    expect.soft(await ask(old, door), door).toMatchObject({ status: 403, body: { ...problem, detail } });
  }
  // With a recent sign-in the same request gets further: to a body that says nothing.
  const recent = await ownerOf(url, browser);
  expect((await ask(recent, "POST /api/v1/invitations")).body.code).toBe("INVALID_INPUT");
});

/** Goes on by itself after the password. */
async function confirm(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog", { name: "Confirm it's you" });
  await dialog.getByLabel("Your password", { exact: true }).fill(OWNER.password);
  await dialog.getByRole("button", { name: "Confirm" }).click();
  await expect(dialog).toHaveCount(0);
}

/** Two credentials, and a data source that uses the first. */
async function makeSource(owner: Person, pair: { apiKey: string; apiPassword: string }) {
  const stage = new Stage({ owner } as Cast, pair);
  const from = await stage.credential();
  const to = (await owner.post("/credentials", stage.credentialBody())).body;
  const made = await owner.post("/data-sources", dataSourceBody(from.id, newName("Source")));
  return { from, to, source: made.body };
}

test("A12: deleting asks for the password again, and then goes on by itself", async ({ page, browser, home }) => {
  const { to } = await makeSource(await ownerOf(home.app.url, browser), home.clari.pair);
  await signIn(page, home.app.url);
  await page.goto(`/credentials/${to.id}`);
  await moveClock(home.app);
  await page.getByRole("button", { name: "Delete" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  const dialog = page.getByRole("dialog", { name: "Confirm it's you" });
  const password = dialog.getByLabel("Your password", { exact: true });
  await expect(password).toBeFocused();
  await password.fill("not the password");
  await password.press("Enter");
  await expect(dialog.getByText("That's not your password.")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Confirm it's you to continue.").first()).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Delete" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await confirm(page);
  await page.waitForURL(/\/credentials$/);
  await expect(page.getByRole("link", { name: to.name })).toHaveCount(0);
});

test("A12: a check that grew too old while the password was asked for is made again, and can be stopped again", async ({
  signedIn: page,
  home,
}) => {
  await page.clock.install();
  await fillCredential(page, "Asked twice", home.clari.generatePair());
  await page.getByRole("button", { name: "Test" }).click();
  await expect(page.getByText("Clari Copilot accepted this pair.")).toBeVisible();
  await moveClock(home.app);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Confirm it's you" })).toBeVisible();
  await page.clock.fastForward(55_000);
  home.clari.clearRequests();
  home.clari.behave("hang");
  await confirm(page);
  await expect(page.getByText("Verifying with Clari Copilot …")).toBeVisible();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByText("Check stopped. Nothing was saved.")).toBeVisible();
  home.clari.behave();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Asked twice" })).toBeChecked();
  expect(home.clari.requests).toHaveLength(2);
});

test("A12: settings, a move and a deleted data source ask, and go on by themselves with what was chosen", async ({
  page,
  browser,
  home,
}) => {
  const { from, to, source } = await makeSource(await ownerOf(home.app.url, browser), home.clari.pair);
  await signIn(page, home.app.url);
  await page.goto("/settings/credentials");
  const section = page.getByRole("region", { name: "Older versions" });
  await section.getByLabel("Keep replaced values").selectOption("90");
  await moveClock(home.app);
  await section.getByRole("button", { name: "Save" }).click();
  await confirm(page);
  await expect(section.getByText("Saved", { exact: true })).toBeVisible();
  await expect(section.getByLabel("Keep replaced values")).toHaveValue("90");

  await page.goto(`/credentials/${from.id}`);
  await page.getByRole("button", { name: "Move sources" }).click();
  await choose(page.getByLabel("Move to"), to.name);
  await moveClock(home.app);
  await page.getByRole("button", { name: "Move 1" }).click();
  await confirm(page);
  await expect(page.getByText(`1 data source now uses “${to.name}”.`)).toBeVisible();

  await page.goto(`/data-sources/${source.id}`);
  await moveClock(home.app);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await confirm(page);
  await page.waitForURL(/\/data-sources$/);
  await expect(page.getByRole("link", { name: source.name })).toHaveCount(0);
});
