import type { Page } from "playwright/test";
import { expect, fillCredential, test } from "../support/fixtures";

// What is typed is text, wherever it is shown. The embedded database only: none of it depends on which one it is.

const TEXTS = [
  "<script>window.broken=1</script>",
  `"><img src=x onerror=window.broken=1>`,
  "javascript:window.broken=1",
  `{{7*7}}$${"{7*7}"}<%= 7*7 %>`,
];

/** Neither run, nor parsed, nor worked out. */
async function assertTextOnly(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => [
    "broken" in window,
    document.querySelectorAll("img[src='x'], [onerror], a[href^='javascript:' i]").length,
    [...document.querySelectorAll("script")].filter((script) => /window\.broken/.test(script.textContent ?? "")).length,
    /(^|\W)49(\W|$)/.test(document.title),
  ]);
  // A script of the page carries the text as data, escaped; one that is the text would have set the mark.
  expect([found[0], found[1], found[3]], where).toEqual([false, 0, false]);
}

test("N13: scripts, tags, links and templates in names are shown as they were typed, everywhere", async ({
  signedIn: page,
  home,
}) => {
  test.setTimeout(90_000);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  for (const text of TEXTS) {
    await fillCredential(page, text, home.clari.pair);
    await page.getByLabel("Credential Description").fill(text);
    await assertTextOnly(page, "overlay");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("radio", { name: text, exact: true })).toBeChecked();
    await assertTextOnly(page, "tile");
    await page.getByRole("button", { name: "Next" }).click();
    await page.waitForURL("**/configure**");
    await page.getByLabel(/name/i).first().fill(text);
    await assertTextOnly(page, "configure");
  }
  await page.goto("/credentials");
  for (const text of TEXTS) await expect(page.getByRole("link", { name: text, exact: true })).toBeVisible();
  await assertTextOnly(page, "list");
  const [first = ""] = TEXTS;
  await page.getByRole("link", { name: first, exact: true }).click();
  await expect(page.getByRole("heading", { name: first, exact: true })).toBeVisible();
  // The heading and the description. Outside of the page, Next announces the heading to screen readers.
  await expect(page.getByRole("main").getByText(first, { exact: true })).toHaveCount(2);
  await assertTextOnly(page, "page");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page.getByLabel("Credential Name")).toHaveValue(first);
  await assertTextOnly(page, "edit");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await assertTextOnly(page, "confirmation");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${first}” was deleted.`)).toBeVisible();
  await assertTextOnly(page, "notice");
  await page.goto("/credentials/deleted");
  await expect(page.getByText(first, { exact: true })).toBeVisible();
  await assertTextOnly(page, "deleted");
  await page.goto("/audit");
  await expect(page.getByText(first).filter({ visible: true }).first()).toBeVisible();
  await assertTextOnly(page, "audit");
  expect(dialogs).toEqual([]);
});

test("N5, R8: an action that a new version of the app does not know says so, and everything typed stays", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Typed before an update", home.clari.pair);
  let stale = 0;
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (request.headers()["next-action"] === undefined) return route.fallback();
    stale += 1;
    return route.continue({ headers: { ...request.headers(), "next-action": "0".repeat(42) } });
  });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Latchkey was updated while this page was open, so nothing was saved.")).toBeVisible();
  expect(stale).toBe(1);
  await expect(page.getByLabel("Credential Name")).toHaveValue("Typed before an update");
  await expect(page.getByLabel("API Key", { exact: true })).toHaveValue(home.clari.pair.apiKey);
  const storage = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]),
  );
  for (const value of Object.values(home.clari.pair)) expect(storage).not.toContain(value);
  await page.unroute("**/*");
  await page.getByRole("button", { name: "Reload the page" }).click();
  await expect(page.getByRole("button", { name: "Add Credential" })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect(page.url()).toContain("/data-sources/new/clari-copilot");
});

test("S13: a form that changes a credential begins with empty secrets, and a mask is not taken for one", async ({
  signedIn: page,
  home,
}) => {
  await fillCredential(page, "Masked", { apiKey: "********", apiPassword: home.clari.pair.apiPassword });
  home.clari.clearRequests();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("API Key is only asterisks")).toBeVisible();
  expect(home.clari.requests).toEqual([]);
  await page.getByLabel("API Key", { exact: true }).fill(home.clari.pair.apiKey);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name: "Masked" })).toBeChecked();
  await page.goto("/credentials");
  await page.getByRole("link", { name: "Masked" }).click();
  await page.getByRole("button", { name: "Replace values" }).click();
  for (const label of ["API Key", "API Password"]) {
    await expect(page.getByLabel(label, { exact: true })).toHaveValue("");
    await expect(page.getByLabel(label, { exact: true })).not.toHaveAttribute("placeholder", /.*[•*].*/);
  }
});
