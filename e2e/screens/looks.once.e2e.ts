import { chromium, type Locator, type Page } from "playwright/test";
import { chromiumPath } from "../find-chromium.mjs";
import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, test } from "../support/people";
import { newName } from "../support/stage";

const HOSTILE = "</title><script>alert(1)</script> مبيعات";

const ground = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const boxOf = async (element: Locator) => {
  const box = await element.boundingBox();
  if (!box) throw new Error("It is not there.");
  return box;
};

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Search and go to" }).getByRole("combobox")).toBeFocused();
}

test("a chosen theme is there with the first byte, on every page, until it is given back to the system", async ({
  signedIn: page,
  home,
}) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/account");
  const light = await ground(page);
  await page.getByRole("group", { name: "Theme" }).getByText("Dark").click();
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect.poll(() => ground(page)).not.toBe(light);
  const dark = await ground(page);
  const answer = await page.goto("/sign-in");
  const html = (await answer?.text()) ?? "";
  // One who is signed in is led on; what is drawn there is drawn in it, and so is the page of a stranger.
  expect(html).toContain('data-theme="dark"');
  expect(html).toContain('<meta name="color-scheme" content="dark"');
  expect(await ground(page)).toBe(dark);
  const stranger = await fetch(`${home.app.url}/sign-in`, { headers: { cookie: "latchkey-theme=dark" } });
  expect(await stranger.text()).toMatch(/<html[^>]* data-theme="dark"/);
  const forged = await fetch(`${home.app.url}/sign-in`, { headers: { cookie: "latchkey-theme=%22%3E%3Cscript%3E" } });
  expect(await forged.text()).not.toMatch(/<html[^>]* data-theme/);
  expect(await runAxe(page)).toEqual([]);

  await openPalette(page);
  await page.keyboard.type("light theme");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => ground(page), "against the system").toBe(light);
  await openPalette(page);
  await page.keyboard.type("system theme");
  await page.keyboard.press("Enter");
  await expect.poll(() => ground(page)).toBe(dark);
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("latchkey-theme");
});

test("a page's title names its thing, as text, and that there is none", async ({ signedIn: page, owner, home }) => {
  const { body: credential } = await owner.post("/credentials", credentialBody(home.clari.generatePair(), HOSTILE));
  const { body: source } = await owner.post("/data-sources", dataSourceBody(credential.id, HOSTILE));
  for (const [path, title] of [
    [`/credentials/${credential.id}`, `${HOSTILE} · Credentials · Latchkey`],
    [`/data-sources/${source.id}`, `${HOSTILE} · Data sources · Latchkey`],
    [`/data-sources/${source.id}/edit`, `Edit ${HOSTILE} · Data sources · Latchkey`],
    ["/help/audit", "The audit trail · Guides · Latchkey"],
    ["/nothing/here", "Not found · Latchkey"],
    ["/credentials/nothing", "Not found · Latchkey"],
    ["/help/nothing", "Not found · Latchkey"],
    ["/data-sources/new/nothing", "Not found · Latchkey"],
  ] as const) {
    await page.goto(path);
    await expect(page, path).toHaveTitle(title);
  }
});

test("between phone and desktop the sidebar is a rail, which says what each icon is; Escape takes it away", async ({
  signedIn: page,
}) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto("/overview");
  expect((await boxOf(page.getByRole("banner"))).width).toBeLessThan(64);
  const link = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Credentials" });
  const label = link.locator(".label");
  await expect(label).toHaveCSS("opacity", "0");
  await page.getByRole("link", { name: "Data sources", exact: true }).first().focus();
  await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await expect(label).toHaveCSS("opacity", "1");
  await page.keyboard.press("Escape");
  await expect(label).toHaveCSS("opacity", "0");
  await link.hover();
  await expect(label).toHaveCSS("opacity", "1");
  expect(await runAxe(page)).toEqual([]);
  await page.goto("/data-sources/new");
  const [first, second] = [
    await boxOf(page.getByRole("listitem").nth(0)),
    await boxOf(page.getByRole("listitem").nth(1)),
  ];
  expect(second.y, "two columns").toBe(first.y);
});

test("on a phone the list begins in the upper two fifths; places are a menu; the note of the operator folds to a mark", async ({
  signedIn: page,
  owner,
  home,
}) => {
  await owner.post("/credentials", credentialBody(home.clari.generatePair(), newName("On a phone")));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/credentials?sort=name&q=phone");
  // With filters of one's own, too; and what saves one is in sight beside all tabs.
  await expect(page.getByRole("button", { name: "Save filter" })).toBeInViewport({ ratio: 1 });
  await page.getByRole("button", { name: "Save filter" }).click();
  await page.getByRole("dialog").getByLabel("Filter name").fill(newName("Those of a phone"));
  await page.getByRole("dialog").getByRole("button", { name: "Save filter" }).click();
  await expect(page.getByRole("button", { name: "Edit filter" })).toBeInViewport({ ratio: 1 });
  await page.goto("/credentials");
  expect((await boxOf(page.locator("table.list"))).y).toBeLessThan(0.4 * 740);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  const note = page.getByRole("complementary", { name: "Operator's override" });
  const fold = note.getByRole("button", { name: "Note about another address" });
  await expect(note).toContainText("go to another address, set by this server's operator");
  await fold.click();
  await expect(note.locator("p")).toBeHidden();
  await page.reload();
  await expect(note.locator("p")).toBeHidden();
  await expect(fold).toBeVisible();
  expect((await boxOf(note)).height).toBeLessThanOrEqual(4);
  await fold.click();
  await expect(note.locator("p")).toBeVisible();
  await page.reload();
  await expect(note.locator("p")).toBeVisible();

  const main = page.getByRole("navigation", { name: "Main" });
  await expect(main).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  expect(await runAxe(page)).toEqual([]);
  await main.getByRole("link", { name: "Members" }).click();
  await page.waitForURL("**/members");
  await expect(main).toBeHidden();
  // For the tests after it.
  await page.goto("/credentials?sort=name&q=phone");
  await page.getByRole("button", { name: "Edit filter" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete filter" }).click();
  await expect(page.getByRole("button", { name: "Save filter" })).toBeVisible();
});

test("each screen has help, and every address it leads to is there", async ({ signedIn: page, owner }) => {
  const seen = new Set<string>();
  for (const path of ["/overview", "/data-sources/new", "/audit", "/settings/keys"]) {
    await page.goto(path);
    await page.getByRole("button", { name: "Help", exact: true }).click();
    const help = page.getByRole("dialog", { name: "Help" });
    await expect(help.getByText("This screen.")).toBeVisible();
    for (const link of await help.getByRole("link").all()) seen.add((await link.getAttribute("href")) ?? "");
  }
  expect(await runAxe(page)).toEqual([]);
  await page
    .getByRole("dialog")
    .getByRole("link", { name: /Keys, for operators/ })
    .click();
  await page.waitForURL("**/help/keys");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("button", { name: "Help", exact: true }).click();
  await page.getByRole("button", { name: /Keyboard shortcuts/ }).click();
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();

  await page.goto("/help");
  for (const link of await page.locator("main a").all()) seen.add((await link.getAttribute("href")) ?? "");
  expect(seen.size).toBeGreaterThan(16);
  for (const path of seen) {
    const { status } = await fetch(owner.url + path, { headers: { cookie: owner.cookie } });
    expect(status, path).toBe(200);
  }
});

test("controls beside each other are of one height, and an unchosen tile has an edge and a mark", async ({
  signedIn: page,
  owner,
  home,
}) => {
  await owner.post("/credentials", credentialBody(home.clari.generatePair(), newName("Of one height")));
  const others = (controls: Locator) =>
    controls.evaluateAll((all) =>
      all.filter((one) => Math.round(one.getBoundingClientRect().height) !== 36).map((one) => one.outerHTML),
    );
  await page.goto("/credentials");
  expect(await others(page.locator(".filters .input, .filters .filter"))).toEqual([]);
  await page.goto("/audit");
  expect(await others(page.locator(".filters .filter"))).toEqual([]);
  await page.goto("/settings");
  expect(await others(page.locator("main .input:not(textarea), main .button"))).toEqual([]);

  await page.goto("/data-sources/new/clari-copilot");
  const tile = page.locator(".credential-tile").last();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // What the token's contrast is: components/ui/tokens.test.ts.
    const [edge, mark, token] = await tile.evaluate((one) => {
      const probe = one.ownerDocument.body.appendChild(one.ownerDocument.createElement("i"));
      probe.style.color = "var(--edge)";
      const { color } = getComputedStyle(probe);
      probe.remove();
      const label = one.querySelector("label") as HTMLElement;
      return [getComputedStyle(one).borderTopColor, getComputedStyle(label, "::before").borderTopColor, color];
    });
    expect([edge, mark]).toEqual([token, token]);
  }
});

test("where the scroll bar was, the page is as dark as behind a dialog", async ({ home, session }) => {
  // Playwright's own browser has no scroll bars.
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? "",
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
    ignoreDefaultArgs: ["--hide-scrollbars"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.context().addCookies(await session(home.app.url));
    await page.goto(`${home.app.url}/help`);
    await page.getByRole("button", { name: "Help", exact: true }).click();
    await page.getByRole("dialog", { name: "Help" }).waitFor();
    const width = await page.evaluate(() => document.body.getBoundingClientRect().width);
    expect(width, "there is a gutter").toBeLessThan(1000);
    const shot = (await page.screenshot()).toString("base64");
    const [beside, within] = await page.evaluate(
      async ([image, at]) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${image}`;
        await picture.decode();
        const canvas = document.createElement("canvas").getContext("2d");
        if (!canvas) throw new Error("A browser has one.");
        Object.assign(canvas.canvas, { width: 1000, height: 700 });
        canvas.drawImage(picture, 0, 0);
        return [at - 8, at + 5].map((x) => [...canvas.getImageData(x, 690, 1, 1).data.slice(0, 3)]);
      },
      [shot, width] as const,
    );
    for (const [index, channel] of (beside ?? []).entries())
      expect(Math.abs(channel - (within?.[index] ?? Number.NaN)), "within a rounding").toBeLessThanOrEqual(2);
  } finally {
    await browser.close();
  }
});
