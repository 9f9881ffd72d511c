import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { test as base, type Cookie, expect, type Page } from "playwright/test";
import type { ClariSandbox } from "../sandbox/clari-sandbox";
import { startClariSandbox } from "../sandbox/start-clari-sandbox";
import { startFirefliesSandbox } from "../sandbox/start-fireflies-sandbox";
import { startGongSandbox } from "../sandbox/start-gong-sandbox";
import { freshPostgres } from "./fresh-postgres";
import { keepSession } from "./kept-session";
import { scratchRoot } from "./scratch-root";
import { type App, freePort, startApp } from "./start-app";
import { watchPages } from "./watch-pages";

export { expect };

export const OWNER = { name: "Ada Owner", email: "ada@example.com", password: "a quiet sentence to remember" };
export const TOKEN = "set-up-token-of-the-tests";

export type Home = {
  app: App;
  clari: ClariSandbox;
  gong: Awaited<ReturnType<typeof startGongSandbox>>;
  fireflies: Awaited<ReturnType<typeof startFirefliesSandbox>>;
  /** Ends the server and starts it again on the same data. */
  restart(): Promise<void>;
  dataDir: string;
  /** What the server was started with. */
  env: Record<string, string>;
  /** Undefined on the embedded database. */
  databaseUrl: string | undefined;
};

/** An installation with its owner, beside providers of its own: one for all tests of a worker. */
export const test = base.extend<
  { signedIn: Page; consoleErrors: string[]; watched: undefined; keepBoth: boolean; ownSession: boolean },
  { home: Home; installation: string; settings: Record<string, string>; session: (url: string) => Promise<Cookie[]> }
>({
  // A worker option: a test that sets it gets a worker, and so an installation, of its own.
  installation: ["", { option: true, scope: "worker" }],
  // The same, with variables of the server's environment.
  settings: [{}, { option: true, scope: "worker" }],
  home: [
    async ({ installation: _, settings }, use, { project }) => {
      const dataDir = await mkdtemp(path.join(scratchRoot(), "latchkey-e2e-"));
      const [clari, gong, fireflies] = await Promise.all([
        startClariSandbox(),
        startGongSandbox(),
        startFirefliesSandbox(),
      ]);
      const env: Record<string, string> = {
        PORT: String(await freePort()),
        DATA_DIR: dataDir,
        SETUP_TOKEN: TOKEN,
        CLARI_COPILOT_BASE_URL: clari.url,
        GONG_BASE_URL: gong.url,
        FIREFLIES_BASE_URL: fireflies.url,
        // Tests check far more often than a person does.
        CHECKS_PER_MINUTE_OF_MEMBER: "1000",
        CHECKS_PER_MINUTE_OF_WORKSPACE: "1000",
        ...settings,
      };
      const adminUrl: unknown = project.metadata.databaseUrl;
      if (typeof adminUrl === "string") env.DATABASE_URL = await freshPostgres(adminUrl);
      const home: Home = {
        app: await startApp(env),
        clari,
        gong,
        fireflies,
        dataDir,
        env,
        databaseUrl: env.DATABASE_URL,
        restart: async () => {
          await home.app.stop();
          home.app = await startApp(env);
        },
      };
      await use(home);
      await home.app.stop();
      await Promise.all([clari.close(), gong.close(), fireflies.close()]);
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 90_000 },
  ],
  baseURL: async ({ home }, use) => use(home.app.url),
  consoleErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(String(error)));
      await use(errors);
      // A refused check is a 4xx of the route, which the browser itself reports.
      expect(errors.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
    },
    { auto: true },
  ],
  watched: [
    async ({ browser }, use) => {
      const found: string[] = [];
      const end = watchPages(browser, found);
      await use(undefined);
      end();
      expect(found, "N6, N9: no page is answered with 500 or breaks the content security policy").toEqual([]);
    },
    { auto: true },
  ],
  // The pair of the sandbox is saved under many names; a test that is about this sees the panel.
  keepBoth: [true, { option: true }],
  session: [
    async ({ browser, home }, use) => {
      const make = async () => {
        const page = await browser.newPage();
        await makeOwner(home.app.url);
        await signIn(page, home.app.url);
        const cookies = await page.context().cookies();
        await page.close();
        return cookies;
      };
      await use(keepSession(make));
    },
    { scope: "worker" },
  ],
  // A test that ends, counts or ages sessions has one of its own, from the sign-in screen.
  ownSession: [false, { option: true }],
  // The owner's browser, at no page yet.
  signedIn: async ({ page, home, keepBoth, ownSession, session }, use) => {
    const button = page.getByRole("button", { name: "Keep both", exact: true });
    if (keepBoth) await page.addLocatorHandler(button, () => button.click());
    if (ownSession) {
      await makeOwner(home.app.url);
      await signIn(page, home.app.url);
    } else {
      await page.context().addCookies(await session(home.app.url));
    }
    await use(page);
  },
});

/** The session of a page's browser, for requests without a browser. */
export async function cookieOf(page: Page): Promise<string> {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
}

export async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel("Email").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/overview");
}

/** Makes the owner where there is none yet. */
export async function makeOwner(url: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ token: TOKEN, ...OWNER }),
  });
  return response.status;
}

/** Opens the overlay on the *Authenticate* page and fills it. */
export async function fillCredential(
  page: Page,
  name: string,
  pair: { apiKey: string; apiPassword: string },
  url = "",
): Promise<void> {
  await page.goto(`${url}/data-sources/new/clari-copilot`);
  await page.getByRole("button", { name: "Add Credential" }).click();
  await page.getByLabel("Credential Name").fill(name);
  await page.getByLabel("API Key", { exact: true }).fill(pair.apiKey);
  await page.getByLabel("API Password", { exact: true }).fill(pair.apiPassword);
}
