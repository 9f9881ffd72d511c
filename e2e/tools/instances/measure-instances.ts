import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright";
import { chromiumPath } from "../../find-chromium.mjs";
import { startClariSandbox } from "../../sandbox/start-clari-sandbox";
import { type App, freePort, startApp } from "../../support/start-app";
import { startPooler } from "../../support/start-pooler";
import { makePostgres, postgresBin } from "../../support/start-postgres";
import { type Load, startLoad } from "./mixed-load";
import { type ProxyName, startProxy } from "./start-proxy";

const TOKEN = "set-up-token-of-the-measurements";
const owner = { name: "Ada Byron", email: "ada@example.com", password: "a quiet sentence to remember" };
const DRAIN_SECONDS = 4;
/** Of the time, in which instances are stopped and started in turn; then they are left alone, to look at their memory. */
const ROLLING_SHARE = 0.6;
const BETWEEN_MS = 4000;
const SAMPLE_MS = 5000;

export type Sample = { seconds: number; instance: number; megabytes: number };
export type Measured = { proxy: ProxyName; load: Load; stops: number; memory: Sample[]; proxyOutput: string };

const megabytesOf = (pid = 0) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024);

/** The owner's session, signed in as a person does. */
async function sessionAt(url: string): Promise<string> {
  await fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { origin: url },
    body: JSON.stringify({ token: TOKEN, ...owner }),
  });
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/sign-in`);
    await page.getByLabel("Email").fill(owner.email);
    await page.getByLabel("Password", { exact: true }).fill(owner.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL("**/overview");
    return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}

/**
 * Two instances behind the proxy of docs/scaling.md, on one PostgreSQL through PgBouncer in transaction mode, stopped
 * and started in turn under load.
 */
export async function measureInstances({
  minutes,
  proxy: name,
}: {
  minutes: number;
  proxy: ProxyName;
}): Promise<Measured> {
  const postgres = await makePostgres(postgresBin() ?? "");
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-instances-"));
  const endings: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true }), () => postgres.remove()];
  try {
    postgres.start();
    const pooler = await startPooler(postgres.url, { default_pool_size: "20" });
    endings.push(() => pooler.stop());
    const clari = await startClariSandbox({ ratePerSecond: 10_000 });
    endings.push(() => clari.close());
    const ports = [await freePort(), await freePort()];
    const proxyPort = await freePort();
    const url = `http://127.0.0.1:${proxyPort}`;
    const keys = ["SEALING_KEY", "AUTH_SECRET", "FINGERPRINT_KEY"].map((key) => [
      key,
      randomBytes(32).toString("base64"),
    ]);
    const start = (index: number) =>
      startApp({
        ...Object.fromEntries(keys),
        DATA_DIR: path.join(folder, String(index)),
        DATABASE_URL: pooler.url,
        SETUP_TOKEN: TOKEN,
        CLARI_COPILOT_BASE_URL: clari.url,
        PUBLIC_URL: url,
        TRUSTED_PROXIES: "127.0.0.1",
        DRAIN_SECONDS: String(DRAIN_SECONDS),
        PORT: String(ports[index]),
      });
    const apps: App[] = [await start(0), await start(1)];
    endings.push(() => Promise.all(apps.map((app) => app.kill())));
    const proxy = await startProxy(name, proxyPort, ports);
    endings.push(() => proxy.stop());
    const cookie = await sessionAt(url);
    const begun = Date.now();
    const { load, stop } = startLoad({ url, cookie, pair: clari.pair });
    endings.push(stop);

    const memory: Sample[] = [];
    const away = new Set<number>();
    const sampling = setInterval(() => {
      for (const [instance, app] of apps.entries()) {
        if (away.has(instance)) continue;
        const seconds = Math.round((Date.now() - begun) / 1000);
        memory.push({ seconds, instance, megabytes: megabytesOf(app.process.pid) });
      }
    }, SAMPLE_MS);
    endings.push(() => clearInterval(sampling));
    let stops = 0;
    for (const end = begun + minutes * 60_000 * ROLLING_SHARE; Date.now() < end; stops += 1) {
      await wait(BETWEEN_MS);
      const index = stops % apps.length;
      away.add(index);
      await apps[index]?.stop();
      apps[index] = await start(index);
      away.delete(index);
    }
    await wait(Math.max(begun + minutes * 60_000 - Date.now(), 0));
    await stop();
    return { proxy: name, load, stops, memory, proxyOutput: proxy.output() };
  } finally {
    for (const end of endings.reverse()) await end();
  }
}
