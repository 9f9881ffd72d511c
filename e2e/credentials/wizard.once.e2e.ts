import type { Page } from "playwright/test";
import { runAxe } from "../support/axe";
import { expect, fillCredential, test } from "../support/fixtures";

// An installation of its own: how many tiles there are, and which of them are refused, is its own business.
test.use({ installation: "credentials/wizard" });

const NAMES = ["First team", "Second team", "Third team", "Fourth team"];

async function save(page: Page, name: string, pair: { apiKey: string; apiPassword: string }): Promise<void> {
  await fillCredential(page, name, pair);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("radio", { name })).toBeChecked();
}

const idOf = (page: Page) => new URL(page.url()).searchParams.get("credential") ?? "";

test("what was saved has the focus and is said, and Enter on a tile goes on", async ({ signedIn: page, home }) => {
  for (const name of NAMES) {
    await save(page, name, home.clari.pair);
    await expect(page.getByRole("radio", { name })).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: `${name} was saved as verified` })).toBeVisible();
  }
  expect(await runAxe(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/configure\?credential=/);
  await expect(page.getByText("with the credential Fourth team")).toBeVisible();

  // Of a tile that is not chosen yet, it chooses it as well.
  await page.goto("/data-sources/new/clari-copilot");
  await expect(page.getByRole("button", { name: "Next" })).toBeDisabled();
  await page.getByRole("radio", { name: "Second team" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/configure\?credential=/);
  await expect(page.getByText("with the credential Second team")).toBeVisible();
});

test("the chosen name and Next are in sight however many tiles there are", async ({ signedIn: page }) => {
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1440, height: 420 },
  ]) {
    await page.setViewportSize(viewport);
    await page.goto("/data-sources/new/clari-copilot");
    const next = page.getByRole("button", { name: "Next" });
    await expect(next).toBeInViewport({ ratio: 1 });
    await page.getByRole("radio", { name: "Fourth team" }).check();
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(next).toBeInViewport({ ratio: 1 });
    await expect(page.locator("p", { hasText: /^Fourth team/ })).toBeInViewport({ ratio: 1 });
    // What has the focus is never under it.
    for (const name of NAMES) {
      const tile = page.getByRole("radio", { name });
      await tile.focus();
      const under = await tile.evaluate((element) => {
        const { bottom } = element.getBoundingClientRect();
        const { top } = document.querySelector(".sticky-foot")?.getBoundingClientRect() ?? { top: 0 };
        return bottom - top;
      });
      expect(under, name).toBeLessThanOrEqual(0);
    }
  }
});

test("values are replaced in the wizard, which goes on where it was", async ({ signedIn: page, home }) => {
  await save(page, "Refused here", home.clari.generatePair());
  const id = idOf(page);
  const next = home.clari.generatePair();
  await page.goto(`/credentials/${id}`);
  await page.getByRole("button", { name: "Verify now" }).click();
  // The refusal itself offers what helps, and it is the page's first action, too.
  const panel = page.getByRole("group", { name: "Check" });
  await expect(panel.getByRole("button", { name: "Replace values" })).toHaveClass(/button-primary/);
  await expect(page.getByRole("button", { name: "Replace values" }).first()).toHaveClass(/button-primary/);
  await expect(page.getByRole("button", { name: "Verify now" })).not.toHaveClass(/button-primary/);

  await page.goto("/data-sources/new/clari-copilot");
  await page.getByRole("radio", { name: "First team" }).check();
  await page.getByRole("link", { name: "Replace values of Refused here" }).click();
  const overlay = page.getByRole("dialog", { name: "Replace values" });
  await overlay.getByLabel("API Key", { exact: true }).fill(next.apiKey);
  await overlay.getByLabel("API Password", { exact: true }).fill(next.apiPassword);
  await overlay.getByRole("button", { name: "Replace", exact: true }).click();
  await expect(overlay).toBeHidden();
  await expect(page.getByRole("heading", { name: "Authenticate" })).toBeVisible();
  await expect(page.getByText("New values of Refused here verified and in use.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "Refused here" })).toBeFocused();
  await expect(page.getByRole("radio", { name: "Refused here" })).toBeChecked();
  await expect(page.getByRole("link", { name: "Replace values of Refused here" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/configure\?credential=/);
});

test("a credential that was deleted meanwhile leads back to Authenticate, and what was typed is kept", async ({
  signedIn: page,
  home,
  context,
}) => {
  await save(page, "Deleted meanwhile", home.clari.generatePair());
  const id = idOf(page);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Data source name").fill("Typed before");
  const other = await context.newPage();
  await other.goto(`/credentials/${id}`);
  await other.getByRole("button", { name: "Delete", exact: true }).click();
  await other.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await expect(other.getByRole("heading", { name: "Credentials" })).toBeFocused();
  await other.close();

  await page.getByRole("button", { name: "Create data source" }).click();
  await page.getByRole("link", { name: "Choose another credential" }).click();
  const reason = page.getByText("The credential you chose is gone.");
  await expect(reason).toBeVisible();
  await page.goto(`/data-sources/new/clari-copilot/configure?credential=${id}`);
  await expect(reason).toBeVisible();
  await fillFirst(page);
  await expect(page.getByLabel("Data source name")).toHaveValue("Typed before");
  await page.getByRole("button", { name: "Create data source" }).click();
  await expect(page.getByRole("heading", { name: "Typed before" })).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: "Data source created." })).toBeVisible();
});

/** Goes on with the first of the tiles. */
async function fillFirst(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Refused here" }).check();
  await page.getByRole("button", { name: "Next" }).click();
}
