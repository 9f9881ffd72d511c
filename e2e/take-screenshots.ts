import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Page } from "playwright";
import { chromiumPath } from "./find-chromium.mjs";
import { startClariSandbox } from "./sandbox/start-clari-sandbox";
import { startApp } from "./start-app";

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
  await fetch(`${app.url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: app.url },
    body: JSON.stringify({ token: TOKEN, ...owner }),
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  let signedIn = false;
  for (const width of all ? [1440, 768, 360] : [1440]) {
    for (const colorScheme of all ? (["light", "dark"] as const) : (["light"] as const)) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const shoot = (name: string) =>
        page.screenshot({ path: `${folder}/${name}${all ? `-${width}-${colorScheme}` : ""}.png` });
      if (!signedIn) {
        await page.goto(`${app.url}/sign-in`);
        if (all) await shoot("sign-in");
        await page.getByLabel("Email").fill(owner.email);
        await page.getByLabel("Password").fill(owner.password);
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.waitForURL("**/data-sources");
        if (all) await shoot("empty");
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
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("did not accept").waitFor();
      await shoot("refused");
      await page.goto(`${app.url}/data-sources/new/clari-copilot`);
      await page.getByRole("radio", { name: "Sales EU" }).check();
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByLabel("Endpoint").selectOption("calls");
      await shoot("configure");
      await page.goto(`${app.url}/credentials`);
      await shoot("credentials");
      await page.getByRole("link", { name: "Sales EU" }).click();
      await page.getByRole("button", { name: "Verify now" }).click();
      await page.getByText("accepted this pair").waitFor();
      await shoot("credential");
      await page.goto(`${app.url}/settings`);
      await shoot("settings");
      await page.goto(`${app.url}/notices`);
      await shoot("notices");
    }
  }
} finally {
  await browser.close();
  await app.stop();
  await clari.close();
  await rm(dataDir, { recursive: true, force: true });
}
