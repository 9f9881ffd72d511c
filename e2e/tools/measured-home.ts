import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright";
import { chromiumPath } from "../find-chromium.mjs";
import type { ClariSandbox } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { type App, startApp } from "../support/start-app";

const TOKEN = "set-up-token-of-the-measurements";
const owner = { name: "Ada Byron", email: "ada@example.com", password: "a quiet sentence to remember" };

export type MeasuredHome = {
  app: App;
  clari: ClariSandbox;
  browser: Browser;
  /** Signed in as the owner. */
  page: Page;
  /** The owner in another browser. */
  signIn(): Promise<Page>;
  /** What the server was started with. */
  env: Record<string, string>;
  /** Ends the server, does something with its data, and starts it again. */
  restart(between: () => void): Promise<void>;
  close(): Promise<void>;
};

/** An installation to take figures from, beside a sandbox that answers at once. */
export async function startMeasuredHome(settings: Record<string, string> = {}): Promise<MeasuredHome> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "latchkey-measure-"));
  const clari = await startClariSandbox({ ratePerSecond: 10_000 });
  const env: Record<string, string> = {
    DATA_DIR: dataDir,
    SETUP_TOKEN: TOKEN,
    CLARI_COPILOT_BASE_URL: clari.url,
    CHECKS_PER_MINUTE_OF_MEMBER: "100000",
    CHECKS_PER_MINUTE_OF_WORKSPACE: "100000",
    ...settings,
  };
  const start = () => startApp(env, "ready", []);
  const app = await start().catch(async (error: unknown) => {
    await clari.close();
    throw error;
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath() ?? "",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  await fetch(`${app.url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: app.url },
    body: JSON.stringify({ token: TOKEN, ...owner }),
  });
  const signIn = async () => {
    const page = await browser.newPage({ baseURL: app.url });
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password", { exact: true }).fill(owner.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/overview");
    return page;
  };
  const home: MeasuredHome = {
    app,
    clari,
    browser,
    page: await signIn(),
    signIn,
    env,
    restart: async (between) => {
      await home.app.stop();
      between();
      home.app = await start();
    },
    close: async () => {
      await browser.close();
      await home.app.stop();
      await clari.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return home;
}
