import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "playwright";
import { chromiumPath } from "../find-chromium.mjs";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { startApp } from "../support/start-app";

// `npm run screenshots`: the pictures of the README, from the built app beside a sandbox. `--all` takes every screen in
// three widths and both themes into test-results, to look at before a change is called done.
const all = process.argv.includes("--all");
const folder = all ? "test-results/screens" : "docs/images";
const TOKEN = "screenshots-set-up-token";
const owner = { name: "Ada Byron", email: "ada@example.com", password: "a quiet sentence to remember" };

async function add(
  page: Page,
  url: string,
  name: string,
  description: string,
  pair: { apiKey: string; apiPassword: string },
) {
  await page.goto(`${url}/data-sources/new/clari-copilot`);
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Credential Name").fill(name);
  await page.getByLabel("Credential Description").fill(description);
  await page.getByLabel("API Key", { exact: true }).fill(pair.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(pair.apiPassword);
}

const dataDir = await mkdtemp(path.join(tmpdir(), "latchkey-screens-"));
const clari = await startClariSandbox({ ratePerSecond: 1000 });
const app = await startApp({
  DATA_DIR: dataDir,
  SETUP_TOKEN: TOKEN,
  CLARI_COPILOT_BASE_URL: clari.url,
  CUSTOM_CONNECTOR_HOSTS: "api.acme.com",
  LOG_LEVEL: "warn",
  // In all widths and themes it checks more often than a person may.
  CHECKS_PER_MINUTE_OF_MEMBER: "1000",
  CHECKS_PER_MINUTE_OF_WORKSPACE: "1000",
});
const browser = await chromium.launch({
  executablePath: chromiumPath() ?? "",
  args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
});
try {
  await mkdir(folder, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const looks = (all ? [1440, 768, 360] : [1440]).flatMap((width) =>
    (all ? (["light", "dark"] as const) : (["light"] as const)).map((colorScheme) => ({ width, colorScheme })),
  );
  /** Puts the page into one of the looks; what it returns takes a picture in it. */
  const lookAt = async ({ width, colorScheme }: (typeof looks)[number]) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    return (name: string) =>
      page.screenshot({ fullPage: all, path: `${folder}/${name}${all ? `-${width}-${colorScheme}` : ""}.png` });
  };
  for (const look of all ? looks : []) {
    const shoot = await lookAt(look);
    await page.goto(`${app.url}/setup#${TOKEN}`);
    await shoot("set-up");
  }
  await fetch(`${app.url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: app.url },
    body: JSON.stringify({ token: TOKEN, ...owner }),
  });
  let signedIn = false;
  for (const look of looks) {
    const shoot = await lookAt(look);
    if (!signedIn) {
      await page.goto(`${app.url}/sign-in`);
      if (all) await shoot("sign-in");
      await page.getByLabel("Email").fill(owner.email);
      await page.getByLabel("Password", { exact: true }).fill(owner.password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL("**/overview");
      if (all) {
        await page.getByRole("heading", { name: "Get started" }).waitFor();
        await shoot("overview-new");
        await page.goto(`${app.url}/data-sources`);
        await shoot("empty");
      }
      await add(page, app.url, "Sales EU", "Calls of the European team, fresh every night.", clari.pair);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("radio", { name: "Sales EU" }).waitFor();
      await add(page, app.url, "Customer success, worldwide", "Renewal calls. Loaded every Monday.", {
        apiKey: "fault:status:503",
        apiPassword: "x",
      });
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: "Save without verifying" }).click();
      await page.getByRole("radio", { name: "Customer success" }).waitFor();
      if (all) {
        await add(page, app.url, "Old trial", "", { apiKey: "fault:status:502", apiPassword: "z" });
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await page.getByRole("button", { name: "Save without verifying" }).click();
        await page.getByRole("radio", { name: "Old trial" }).waitFor();
        await page.goto(`${app.url}/credentials`);
        await page.getByRole("link", { name: "Old trial", exact: true }).click();
        await page.getByRole("button", { name: "Delete" }).click();
        await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
        await page.getByText("“Old trial” was deleted.").waitFor();
        await shoot("deleted-just-now");
        await add(page, app.url, "Replaced at Clari", "", { apiKey: "fault:status:500", apiPassword: "y" });
        await page.getByRole("button", { name: "Save", exact: true }).click();
        await page.getByRole("button", { name: "Save without verifying" }).click();
        await page.getByRole("radio", { name: "Replaced at Clari" }).waitFor();
        clari.behave("status:401");
        await page.goto(`${app.url}/credentials`);
        await page.getByRole("link", { name: "Replaced at Clari", exact: true }).click();
        await page.getByRole("button", { name: "Verify now" }).click();
        await page.getByText("didn't accept this pair").first().waitFor();
        // From the eighth on they are drawn.
        await page.evaluate(async () => {
          const path = `/api/v1${window.location.pathname}/verify`;
          for (let check = 2; check <= 8; check += 1) await fetch(path, { method: "POST" });
        });
        clari.behave();
        await page.goto(`${app.url}/data-sources/new/clari-copilot`);
        await page.getByRole("radio", { name: "Sales EU" }).check();
        await page.getByRole("button", { name: "Next" }).click();
        await page.getByLabel("Data source name").fill("EU calls of more than a minute");
        await page.getByLabel("Endpoint").selectOption("calls");
        await page.getByRole("button", { name: "Create data source" }).click();
        await page.waitForURL(/created=1/);
      }
      signedIn = true;
    }
    await page.goto(`${app.url}/data-sources/new`);
    await shoot("picker");
    await page.goto(`${app.url}/data-sources/new/clari-copilot`);
    await page.getByRole("radio", { name: "Sales EU" }).check();
    await shoot("tiles");
    await add(page, app.url, "Sales US", "Calls of the US team.", {
      apiKey: "not-the-key",
      apiPassword: "not-the-password",
    });
    await shoot("overlay");
    if (!all) continue;
    await page.goto(`${app.url}/overview`, { waitUntil: "networkidle" });
    await shoot("overview");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await shoot("keys");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("sales");
    await page.getByRole("option", { name: "Sales EU" }).waitFor();
    await shoot("palette");
    await add(page, app.url, "Sales US", "Calls of the US team.", {
      apiKey: "not-the-key",
      apiPassword: "not-the-password",
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("dialog").getByText("didn't accept").waitFor();
    await shoot("refused");
    await page.goto(`${app.url}/data-sources/new/clari-copilot`);
    await page.getByRole("radio", { name: "Sales EU" }).check();
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByLabel("Endpoint").selectOption("calls");
    await shoot("configure");
    await page.goto(`${app.url}/credentials`);
    await shoot("credentials");
    await page.getByRole("link", { name: "Sales EU", exact: true }).click();
    await page.getByRole("button", { name: "Verify now" }).click();
    await page.getByText("accepted this pair").waitFor();
    await shoot("credential");
    await page.goto(`${app.url}/credentials`);
    await page.getByRole("link", { name: "Replaced at Clari", exact: true }).click();
    await page.getByRole("toolbar", { name: "Checks" }).getByRole("button").last().focus();
    await shoot("needs-attention");
    await page.goto(`${app.url}/data-sources`);
    await shoot("data-sources");
    await page.getByRole("link", { name: "EU calls of more than a minute" }).click();
    await page.getByRole("heading", { name: "EU calls of more than a minute" }).waitFor();
    await shoot("data-source");
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("button", { name: "Save changes" }).waitFor();
    await shoot("edit-data-source");
    await page.goto(`${app.url}/settings`);
    await shoot("settings");
    await add(page, app.url, "Sales EU again", "", clari.pair);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Keep both" }).waitFor();
    await shoot("stored-already");
    await page.goto(`${app.url}/credentials`);
    await page.getByRole("link", { name: "Sales EU", exact: true }).click();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.getByRole("button", { name: "Move sources to another credential" }).waitFor();
    await shoot("in-use");
    await page.getByRole("button", { name: "Move sources to another credential" }).click();
    await page.getByRole("dialog").getByLabel("Move to").waitFor();
    await shoot("move-sources");
    await page.goto(`${app.url}/members`);
    await page.getByRole("button", { name: "Invite", exact: true }).click();
    await page.getByRole("dialog").waitFor();
    await shoot("invite");
    await page.goto(`${app.url}/settings/tokens`);
    await page.getByRole("button", { name: "Create token" }).click();
    await page.getByLabel("Token name").fill("Nightly load");
    await page.getByLabel("Data sources").selectOption({ label: "Only some" });
    await page.getByRole("checkbox").first().check();
    await page.getByLabel("Expires").selectOption({ label: "Never" });
    await shoot("create-token");
    await page.getByLabel("What can it do?").selectOption({ label: "Choose each" });
    await page.getByLabel("Pass on other people's credentials").check();
    await shoot("create-token-each");
    await page.getByRole("dialog").getByRole("button", { name: "Create token" }).click();
    await page.getByRole("button", { name: "Done" }).waitFor();
    await shoot("token-shown");
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "Rotate Nightly load" }).first().click();
    await page.getByRole("dialog").waitFor();
    await shoot("rotate-token");
    await page.getByRole("dialog").getByRole("button", { name: "Rotate" }).click();
    await page.getByRole("button", { name: "Done" }).click();
    await shoot("tokens");
    await page.locator("button:has-text('Help')").first().dispatchEvent("click");
    await page.getByRole("dialog", { name: "Help" }).waitFor();
    await shoot("help");
    for (const name of [
      "docs/api",
      "docs/api/createCredential",
      "docs/api/readRecords",
      "docs/api/inviteMember",
      "help",
      "help/audit",
      "nothing/here",
      "notices",
      "members",
      "audit",
      "account",
      ...["credentials", "notices", "own-connectors", "own-connectors/new", "keys"].map((page) => `settings/${page}`),
      "credentials/deleted",
    ]) {
      await page.goto(`${app.url}/${name}`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await shoot(name.replaceAll("/", "-"));
    }
  }
} finally {
  await browser.close();
  await app.stop();
  await clari.close();
  await rm(dataDir, { recursive: true, force: true });
}
