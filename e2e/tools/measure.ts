import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright";
import { startApp } from "../support/start-app";
import { spread, startMeasuredHome } from "./measured-home";

// `npm run measure`: the budgets of the main job, on this machine, beside a sandbox that answers at once. Prints figures
// and judges nothing. BARE_URL names another app (a bare create-next-app, say) whose page weight is printed beside it.
const ROUNDS = 15;

/** Scripts of a page: bytes as transferred, headers included, and requests. */
async function weigh(page: Page, encoding: "gzip" | "br", open: () => Promise<unknown>): Promise<string> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await page.setExtraHTTPHeaders({ "accept-encoding": encoding });
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => void (type === "Script" && scripts.add(requestId)));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await open();
  await page.waitForLoadState("networkidle");
  await session.detach();
  await page.setExtraHTTPHeaders({});
  return `${(bytes / 1024).toFixed(1)} KiB of JavaScript (${encoding}) in ${scripts.size} requests`;
}

const home = await startMeasuredHome();
const { app, clari, page } = home;
console.log(`first start (built) to ready: ${Math.round(home.startMs)} ms`);
try {
  const authenticate = `${app.url}/data-sources/new/clari-copilot`;
  for (const encoding of ["gzip", "br"] as const) {
    const weight = await weigh(page, encoding, async () => {
      await page.goto(authenticate);
      await page.getByRole("button", { name: "Add Credential" }).click();
    });
    console.log(`Authenticate with the overlay open: ${weight}`);
  }
  if (process.env.BARE_URL) {
    const bare = await home.browser.newPage();
    console.log(`bare page: ${await weigh(bare, "gzip", () => bare.goto(process.env.BARE_URL ?? ""))}`);
    await bare.close();
  }
  const focus: number[] = [];
  const save: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.goto(authenticate, { waitUntil: "networkidle" });
    // Timed inside the page: from the click's event to the moment the field has the focus, or the tile is there.
    focus.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const button = [...document.querySelectorAll("button")].find((element) =>
              element.textContent?.includes("Add Credential"),
            );
            const from = performance.now();
            document.addEventListener(
              "focusin",
              (event) => (event.target as HTMLElement).id === "name" && resolve(performance.now() - from),
            );
            button?.click();
          }),
      ),
    );
    await page.getByLabel("Credential Name").fill(`Round ${round}`);
    // A new one each time: of a pair that is stored already the overlay would ask what to do.
    const { apiKey, apiPassword } = clari.generatePair();
    await page.getByLabel("API Key", { exact: true }).fill(apiKey);
    await page.getByLabel("API Password", { exact: true }).fill(apiPassword);
    save.push(
      await page.evaluate(
        (name) =>
          new Promise<number>((resolve) => {
            const from = performance.now();
            new MutationObserver((_, observer) => {
              // No named helper in here: the compiler would wrap it in one of its own, which the page does not have.
              if (
                ![...document.querySelectorAll("[role=radiogroup] label")].some((tile) =>
                  tile.textContent?.includes(name),
                )
              )
                return;
              observer.disconnect();
              resolve(performance.now() - from);
            }).observe(document.body, { childList: true, subtree: true });
            document.querySelector<HTMLButtonElement>("dialog button[type=submit]")?.click();
          }),
        `Round ${round}`,
      ),
    );
  }
  console.log(`click on Add Credential to the focused field: ${spread(focus, 95)}`);
  console.log(`click on Save to the tile: ${spread(save, 95)}`);
  const stored = [...app.output().matchAll(/"storeMs":([\d.]+)/g)].map((match) => Number(match[1]));
  console.log(`storing in the server, without the check: ${spread(stored, 95)} (${stored.length} saves)`);
} finally {
  await home.close();
}
const again = await mkdtemp(path.join(tmpdir(), "latchkey-measure-"));
for (const which of ["first", "later"]) {
  const from = performance.now();
  const one = await startApp({ DATA_DIR: again });
  console.log(`${which} start to ready: ${Math.round(performance.now() - from)} ms`);
  await one.stop();
}
await rm(again, { recursive: true, force: true });
