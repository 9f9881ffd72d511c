import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect } from "../support/fixtures";
import { credentialBody, type Person, test } from "../support/people";
import { tableRows } from "../support/table-rows";

// U8: the list of credentials and the tiles where there are more than a page has.
const MANY = 55;

// An installation of its own: the list is counted, and its credentials are its own.
test.use({ installation: "credentials/list" });

const rows = (page: Page) => tableRows(page, "Credentials");

let filled: Promise<void> | undefined;
/** Once for all tests of this file: a page and a bit of one type, none of another. */
function fill(owner: Person): Promise<void> {
  filled ??= (async () => {
    const values = { accessKey: "a-key", accessKeySecret: "a-secret" };
    for (let index = 1; index <= MANY; index += 1) {
      const name = `Gong team ${String(index).padStart(2, "0")}`;
      const description = index === 7 ? "Übersicht der Anrufe" : "";
      const body = {
        ...credentialBody({ apiKey: "", apiPassword: "" }, name),
        connectorId: "gong",
        values,
        description,
      };
      const { status } = await owner.post("/credentials", { ...body, saveUnverified: true, keepBoth: true });
      expect(status).toBe(201);
    }
  })();
  return filled;
}

test("U8: search, filters, order and pages are in the address; back and reload keep them", async ({
  signedIn: page,
  owner,
}) => {
  await fill(owner);
  await page.goto("/credentials");
  await expect(rows(page)).toHaveCount(50);
  await expect(rows(page).first()).toContainText("Gong team 55");
  await page.getByRole("link", { name: "More credentials" }).click();
  await expect(rows(page)).toHaveCount(MANY - 50);
  await expect(page.getByRole("link", { name: "More credentials" })).toHaveCount(0);
  await page.goBack();
  await expect(rows(page)).toHaveCount(50);

  const search = page.getByRole("searchbox", { name: "Search credentials" });
  for (const text of ["ÜBERSICHT", "bersich ruf", "U\u0308bers", "nrufe"]) {
    await search.fill(text);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText("Gong team 07");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(text);
    await expect(search).toBeFocused();
  }
  await expect(page.getByText("1 credential matches.")).toBeVisible();
  // All words of one search are one step back.
  await page.goBack();
  await expect(rows(page)).toHaveCount(50);
  await expect(search).toHaveValue("");
  await page.goForward();
  await expect(search).toHaveValue("nrufe");
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await search.fill("nothing like it");
  await search.press("Enter");
  await expect(page.getByText("No credentials match.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(rows(page)).toHaveCount(50);

  const tabs = page.getByRole("navigation", { name: "Credentials by what they need" });
  await expect(tabs.getByRole("link")).toHaveText([
    `All${MANY}`,
    "Needs attention0",
    "Rotate soon0",
    `Unverified${MANY}`,
    "Unused0",
  ]);
  await page.getByLabel("Order").selectOption("By name");
  // The tabs lead on from the address, which follows when its page is there.
  await expect.poll(() => new URL(page.url()).searchParams.get("sort")).toBe("name");
  await tabs.getByRole("link", { name: "Unverified" }).click();
  await expect(tabs.getByRole("link", { name: "Unverified" })).toHaveAttribute("aria-current", "page");
  await page.getByLabel("Owner", { exact: true }).selectOption("Ada Owner");
  await expect(page.getByText(`${MANY} credentials match.`)).toBeVisible();
  expect(new URL(page.url()).search).toMatch(/^\?status=UNVERIFIED&sort=name&owner=[^&]+$/);
  await expect(rows(page).first()).toContainText("Gong team 01");
  await page.getByRole("link", { name: "More credentials" }).click();
  await expect(rows(page).first()).toContainText("Gong team 51");
  await expect(page.getByLabel("Order")).toHaveValue("name");
  await page.getByRole("link", { name: "First page" }).click();
  await expect(rows(page).first()).toContainText("Gong team 01");
  expect(await runAxe(page)).toEqual([]);

  await page.getByRole("link", { name: "Any owner" }).click();
  await expect(page.getByLabel("Owner", { exact: true })).toHaveValue("");
  await expect.poll(() => new URL(page.url()).search).toBe("?status=UNVERIFIED&sort=name");

  // None was made 90 days ago.
  await tabs.getByRole("link", { name: "Unused" }).click();
  await expect(page.getByText("No credentials match.")).toBeVisible();
  // An address that was cut or made up shows a list all the same.
  await page.goto("/credentials?after=bm9uc2Vuc2U&status=nothing&connectorId=%00&owner=%27&unused=yes&sort=");
  await expect(rows(page)).toHaveCount(50);
});

test("U8, U15: the address alone makes the list, and the filters are plain forms that make the address", async ({
  owner,
}) => {
  await fill(owner);
  // What the server sends, before any script ran.
  const html = async (path: string) => {
    const response = await fetch(owner.url + path, { headers: { cookie: owner.cookie } });
    return (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "");
  };
  const count = (text: string, part: string) => text.split(part).length - 1;
  const list = await html("/credentials?q=team+5&connectorId=gong&status=&owner=&sort=name");
  expect(count(list, 'href="/credentials/')).toBe(11 + 1); // and Recently deleted
  expect(list).toMatch(/<form[^>]* action="\/credentials"/);
  expect(list).toMatch(/<noscript><button[^>]* type="submit"[^>]*>Show/);
  expect(list).not.toMatch(/<form[^>]* method="post"[^>]*action="\/credentials"/);
  const tiles = await html("/data-sources/new/gong?q=%C3%BCbersicht");
  expect(count(tiles, 'type="radio"')).toBe(1);
  expect(tiles).toMatch(/<form[^>]* action="\/data-sources\/new\/gong"/);
});

test("U8, U15: a row is 44 px, reached by keyboard; on a phone rows are stacked and nothing scrolls sideways", async ({
  signedIn: page,
  owner,
}) => {
  await fill(owner);
  await page.goto("/credentials");
  await expect(page.getByRole("columnheader", { name: "Rotate by" })).toBeVisible();
  expect((await rows(page).first().boundingBox())?.height).toBeLessThan(46);
  const box = page.getByRole("checkbox", { name: "Select Gong team 55" });
  await box.focus();
  await page.keyboard.press("Space");
  const bar = page.getByRole("button", { name: "Clear selection" });
  await expect(bar).toBeInViewport();
  // The box is of the row, and leads nowhere.
  await expect(page).toHaveURL(/\/credentials$/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Gong team 55" })).toBeFocused();

  for (const width of [768, 320]) {
    await page.setViewportSize({ width, height: 740 });
    await expect(rows(page)).toHaveCount(50);
    const isWider = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;
    expect(await page.evaluate(isWider), `${width}`).toBe(false);
    await expect(page.getByRole("checkbox", { name: "Select all on this page" })).toBeVisible();
    await expect(rows(page).first()).toContainText("GongUnverified");
    await expect(bar).toBeInViewport();
  }
  expect(await runAxe(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Gong team 55" })).toBeVisible();
});

test("U8, U16: more tiles than a page has are searched and paged by the server; the chosen one stays in sight", async ({
  signedIn: page,
  owner,
}) => {
  await fill(owner);
  await page.goto("/data-sources/new/gong");
  const tiles = page.getByRole("radio");
  await expect(tiles).toHaveCount(50);
  await page.getByRole("radio", { name: "Gong team 40" }).check();
  const search = page.getByRole("searchbox", { name: "Search credentials" });
  await search.fill("übersicht");
  await search.press("Enter");
  await expect(tiles).toHaveCount(2);
  await expect(search).toBeFocused();
  await expect(page.getByRole("radio", { name: "Gong team 40" })).toBeChecked();
  await expect(page.getByText("Credentials that match “übersicht”, and the chosen one.")).toBeVisible();
  expect(await runAxe(page)).toEqual([]);
  await page.goBack();
  await expect(tiles).toHaveCount(50);
  await expect(search).toHaveValue("");
  await page.getByRole("link", { name: "More credentials" }).click();
  await expect(tiles).toHaveCount(MANY - 50 + 1);
  await expect(page.getByRole("radio", { name: "Gong team 40" })).toBeChecked();
  // The keyboard goes from tile to tile, and on.
  await page.getByRole("radio", { name: "Gong team 40" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Gong team 05" })).toBeChecked();
  await page.reload();
  await expect(page.getByRole("radio", { name: "Gong team 05" })).toBeChecked();
  await page.getByRole("button", { name: "Next" }).press("Enter");
  await page.waitForURL("**/configure?credential=*");
  await expect(page.getByText("Gong team 05", { exact: true })).toBeVisible();
});
