import type { Page } from "playwright";
import { BARE, BARE_PATH, startBenchHome } from "./bench-home";
import type { Part } from "./part";

/** Timed inside the page: from the click's event to the moment the field has the focus. */
const clickToField = (page: Page) =>
  page.evaluate(
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
  );

/** From the click on *Save* to the moment the tile is there. */
const saveToTile = (page: Page, name: string) =>
  page.evaluate(
    (tileName) =>
      new Promise<number>((resolve) => {
        const from = performance.now();
        new MutationObserver((_, observer) => {
          // No named helper in here: the compiler would wrap it in one of its own, which the page does not have.
          if (
            ![...document.querySelectorAll("[role=radiogroup] label")].some((tile) =>
              tile.textContent?.includes(tileName),
            )
          )
            return;
          observer.disconnect();
          resolve(performance.now() - from);
        }).observe(document.body, { childList: true, subtree: true });
        document.querySelector<HTMLButtonElement>("dialog button[type=submit]")?.click();
      }),
    name,
  );

/** The same route as programs are measured against, asked by the page. */
const askBare = (page: Page) =>
  page.evaluate(async (path) => {
    const from = performance.now();
    await (await fetch(path)).text();
    return performance.now() - from;
  }, BARE_PATH);

/** The main job in a browser, beside a provider that answers at once. */
export const browser: Part = {
  name: "browser",
  title: "In the browser",
  onEach: true,
  measure: async (database, { clicks }) => {
    const bench = await startBenchHome(database);
    const { page, clari, app } = bench.home;
    const [bare, focus, save]: [number[][], number[][], number[][]] = [[], [], []];
    try {
      for (let round = -2; round < clicks; round += 1) {
        await page.goto(`${app.url}/data-sources/new/clari-copilot`, { waitUntil: "networkidle" });
        const ofBare: number[] = [];
        for (let time = 0; time < 5; time += 1) ofBare.push(await askBare(page));
        const ofFocus = await clickToField(page);
        const name = `Round ${round}`;
        await page.getByLabel("Credential Name").fill(name);
        // A new one each time: of a pair that is stored already the overlay would ask what to do.
        const { apiKey, apiPassword } = clari.generatePair();
        await page.getByLabel("API Key", { exact: true }).fill(apiKey);
        await page.getByLabel("API Password", { exact: true }).fill(apiPassword);
        const ofSave = await saveToTile(page, name);
        if (round < 0) continue;
        bare.push(ofBare);
        focus.push([ofFocus]);
        save.push([ofSave]);
      }
      const stored = [...app.output().matchAll(/"storeMs":([\d.]+)/g)].map((match) => Number(match[1]));
      return {
        figures: [
          { name: BARE, unit: "ms", rounds: bare, bare: BARE },
          { name: "Add Credential to the focused field", unit: "ms", rounds: focus, bare: BARE },
          { name: "Save to the tile", unit: "ms", rounds: save, bare: BARE },
          { name: "of that, storing", unit: "ms", rounds: stored.slice(-clicks).map((ms) => [ms]), bare: BARE },
        ],
      };
    } finally {
      await bench.close();
    }
  },
};
