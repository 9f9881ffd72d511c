import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect, fillCredential, test } from "../support/fixtures";

// What a person reads and can do after a check. Five failed checks in a row would pause the provider for all, so that
// those in which it fails stand between others.

const overlay = (page: Page) => page.getByRole("dialog");
const key = (page: Page) => page.getByLabel("API Key", { exact: true });
const password = (page: Page) => page.getByLabel("API Password", { exact: true });
const button = (page: Page, name: string) => overlay(page).getByRole("button", { name, exact: true });

/** [fault, its sentence, whether asking again can help]. */
const UNVERIFIED = [
  ["status:503", "Clari Copilot returned an error (status 503), so we couldn't verify this pair.", true],
  ["redirect:302", "Clari Copilot redirected us, and we didn't follow", false],
  ["reset", "This server can't reach Clari Copilot.", true],
  ["429:7", "Clari Copilot is rate-limiting requests right now.", true],
  ["html", "We got a web page instead of Clari Copilot's API.", true],
  ["empty", "We got an empty answer from Clari Copilot.", true],
  ["badjson", "We got something other than JSON from Clari Copilot.", true],
  ["nousers", "We got JSON, but not what Clari Copilot sends.", true],
  ["truncated", "The answer from Clari Copilot ended early, or couldn't be unpacked.", true],
  ["foreign-huge", "We got an answer larger than anything", true],
  [
    "bomb",
    "Once unpacked, the answer was far larger than anything Clari Copilot sends, so we stopped reading it.",
    true,
  ],
  ["status:418", "We got status 418, which Clari Copilot doesn't use.", true],
] as const;

test("P6 to P10, I6: what was learnt of nothing says so, offers to save without verifying, and to try again", async ({
  signedIn: page,
}) => {
  await fillCredential(page, "Outcomes", { apiKey: "x", apiPassword: "any" });
  for (const [fault, sentence, retryable] of UNVERIFIED) {
    await key(page).fill(`fault:${fault}`);
    await button(page, "Test").click();
    await expect(overlay(page).getByText(sentence), fault).toBeVisible();
    await expect(button(page, "Save without verifying"), fault).toBeVisible();
    await expect(button(page, "Try again"), fault).toHaveCount(retryable ? 1 : 0);
    await expect(key(page), fault).not.toHaveAttribute("aria-invalid", "true");
  }
});

test("P1, I6: a refusal is about the values: their fields are marked, and the first has the focus", async ({
  signedIn: page,
}) => {
  await fillCredential(page, "Refusals", { apiKey: "wrong", apiPassword: "wrong" });
  for (const [apiKey, sentence] of [
    ["wrong", "Clari Copilot didn't accept this pair."],
    ["fault:status:403", "Clari Copilot didn't accept this pair."],
    ["fault:no-header", "Part of this pair didn't reach Clari Copilot."],
  ] as const) {
    await key(page).fill(apiKey);
    await button(page, "Test").click();
    await expect(overlay(page).getByText(sentence)).toBeVisible();
    await expect(key(page)).toBeFocused();
    for (const field of [key(page), password(page)]) await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(key(page)).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(button(page, "Save without verifying")).toHaveCount(0);
    await expect(button(page, "Try again")).toHaveCount(0);
  }
  expect(await runAxe(page)).toEqual([]);
  await key(page).fill("another");
  await expect(key(page)).not.toHaveAttribute("aria-invalid", "true");
});

test("a test whose answer is fresh is all that a save needs; without one the save asks once", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Tested before", home.clari.pair);
  home.clari.clearRequests();
  await button(page, "Test").click();
  await expect(overlay(page).getByText("Clari Copilot accepted this pair.")).toBeVisible();
  await button(page, "Save").click();
  await expect(page.getByRole("radio", { name: "Tested before" })).toBeChecked();
  expect(home.clari.requests).toHaveLength(1);

  await fillCredential(page, "TESTED before", home.clari.pair);
  await button(page, "Save").click();
  await expect(page.getByText("Another credential already has this name")).toBeVisible();
  await expect(key(page)).toHaveValue(home.clari.pair.apiKey);
  await page.getByLabel("Credential Name").fill("Not tested before");
  await button(page, "Save").click();
  await expect(page.getByRole("radio", { name: "Not tested before" })).toBeChecked();
  expect(home.clari.requests).toHaveLength(2);
});

test("P2: Stop ends the check at once, at the provider too, and leaves everything as it was", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Stopped", { apiKey: "fault:hang", apiPassword: "any" });
  for (const start of ["Test", "Save"]) {
    home.clari.clearRequests();
    await button(page, start).click();
    await expect(overlay(page).getByText("Verifying with Clari Copilot …")).toBeVisible();
    await expect.poll(() => home.clari.requests.length).toBe(1);
    await button(page, "Stop").focus();
    await page.keyboard.press("Enter");
    await expect(overlay(page).getByText("Check stopped. Nothing was saved.")).toBeVisible();
    // The button is gone; what took its place has the focus, so that Tab goes on from there: to the first field below it.
    await page.keyboard.press("Tab");
    await expect(key(page)).toBeFocused();
    await expect.poll(() => home.clari.requests[0]?.abandoned, { timeout: 3000 }).toBe(true);
    await expect(key(page)).toHaveValue("fault:hang");
    await expect(page.getByLabel("Credential Name")).toHaveValue("Stopped");
  }
  await key(page).fill(home.clari.pair.apiKey);
  await password(page).fill(home.clari.pair.apiPassword);
  await button(page, "Test").click();
  await expect(overlay(page).getByText("Clari Copilot accepted this pair.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Add Credential" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Stopped", exact: true })).toHaveCount(0);
});

test("R12: a slow provider is called slow, with the seconds that it has left, and its answer still counts", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Slow", { apiKey: "fault:slow:7000", apiPassword: "any" });
  await button(page, "Save").click();
  await expect(overlay(page).getByText(/is slow\. Waiting up to [67] more seconds for its answer/)).toBeVisible();
  await expect(overlay(page).getByText(/is slow\. Waiting up to [3-5] more seconds/)).toBeVisible();
  await expect(page.getByRole("radio", { name: "Slow" })).toBeChecked();
  expect(home.clari.requests.at(-1)?.abandoned).toBe(false);
});

test("P6: the wait that the provider asks for counts down, and then Try again asks again", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Waiting", { apiKey: "fault:429:6", apiPassword: "any" });
  await button(page, "Test").click();
  await expect(overlay(page).getByText(/Try again in [56] seconds\./)).toBeVisible();
  await expect(button(page, "Try again")).toBeDisabled();
  await expect(overlay(page).getByText(/Try again in [2-4] seconds\./)).toBeVisible();
  await expect(button(page, "Try again")).toBeEnabled();
  await expect(overlay(page).getByText("Try again now.")).toBeVisible();
  home.clari.clearRequests();
  await button(page, "Try again").click();
  await expect.poll(() => home.clari.requests.length).toBe(1);
  await expect(button(page, "Try again")).toBeDisabled();
});

test("two values in each other's place are swapped and tested again in one go", async ({ signedIn: page, home }) => {
  const { apiKey, apiPassword } = home.clari.pair;
  await fillCredential(page, "Swapped", { apiKey: apiPassword, apiPassword: apiKey });
  await button(page, "Save").click();
  await button(page, "Swap and test again").click();
  await expect(overlay(page).getByText("API Key and API Password were swapped.")).toBeVisible();
  await expect(overlay(page).getByText("Clari Copilot accepted this pair.")).toBeVisible();
  await expect(key(page)).toHaveValue(apiKey);
  await expect(password(page)).toHaveValue(apiPassword);
  await button(page, "Save").click();
  await expect(page.getByRole("radio", { name: "Swapped" })).toBeChecked();
  await page.goto("/data-sources/new/fireflies");
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("API Key", { exact: true }).fill("wrong");
  await button(page, "Test").click();
  await expect(overlay(page).getByText("Fireflies.ai didn't accept this key.")).toBeVisible();
  await expect(button(page, "Swap and test again")).toHaveCount(0);
});

test("S2, S4: the diagnostic is copied without a value, and shown where the clipboard is out of reach", async ({
  signedIn: page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await fillCredential(page, "Diagnostic", { apiKey: "fault:status:418", apiPassword: "canary-password-12aa" });
  await button(page, "Test").click();
  await button(page, "Copy diagnostic").click();
  await expect(overlay(page).getByRole("status").getByText("Copied.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toEqual([
    "Latchkey check",
    "Connector: Clari Copilot (clari-copilot)",
    "Outcome: unexpected-answer (UNVERIFIED)",
    "HTTP status: 418",
    "Flaw: status",
    expect.stringMatching(/^Duration: \d+ ms$/),
    "Tries: 1",
    expect.stringMatching(/^Check: \S{12}$/),
    expect.stringMatching(/^Time: \d{4}-\d\d-\d\dT[\d:.]+Z$/),
  ]);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await button(page, "Copy diagnostic").click();
  const shown = page.getByRole("textbox", { name: "Diagnostic" });
  await expect(shown).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(copied);
});

test("P11, I7: a provider that repeats what it was sent, with a script in it, is not repeated", async ({
  signedIn: page,
  home,
}) => {
  // The last one as this provider writes it: another test of this installation may have names with scripts.
  const CANARIES = ["fault:reflect", "canary-password-34bb", "onerror=alert(1)"];
  const answers: string[] = [];
  let scripts = 0;
  page.on("dialog", (dialog) => {
    scripts += 1;
    void dialog.dismiss();
  });
  await fillCredential(page, "Reflected", { apiKey: "fault:reflect", apiPassword: "canary-password-34bb" });
  page.on(
    "response",
    (response) =>
      void response.text().then(
        (text) => answers.push(text),
        () => undefined,
      ),
  );
  await button(page, "Save").click();
  await expect(overlay(page).getByText("Clari Copilot didn't accept this pair.")).toBeVisible();
  await expect.poll(() => answers.length).toBeGreaterThan(0);
  const seen = [...answers, await page.content(), home.app.output()].join("\n");
  for (const canary of CANARIES) expect(seen).not.toContain(canary);
  expect(scripts).toBe(0);
});
