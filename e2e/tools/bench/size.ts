import type { Page } from "playwright";
import { startBenchHome } from "./bench-home";
import type { Measured } from "./figure";
import type { Part } from "./part";
import { startBareApp } from "./time-start";

const BARE_PAGE = "the bare Next app's page";
const ENCODINGS = [
  ["as browsers ask", "gzip, deflate, br"],
  ["gzip alone", "gzip"],
] as const;

type Weight = { bytes: number; requests: number };

/** The scripts of a page as they came over the network, headers included. */
async function weigh(page: Page, encoding: string, open: () => Promise<unknown>): Promise<Weight> {
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
  return { bytes, requests: scripts.size };
}

/** The JavaScript of the page where people add a credential, and of the least page that this Next can make. */
export const size: Part = {
  name: "size",
  title: "JavaScript, as sent",
  onEach: false,
  measure: async (database) => {
    const bench = await startBenchHome(database);
    const bare = await startBareApp();
    try {
      const { page } = bench.home;
      const figures: Measured["figures"] = [];
      for (const [title, encoding] of ENCODINGS) {
        const ofBare = await weigh(page, encoding, () => page.goto(bare.url));
        const own = await weigh(page, encoding, async () => {
          await page.goto(`${bench.home.app.url}/data-sources/new/clari-copilot`);
          await page.getByRole("button", { name: "Add Credential" }).click();
        });
        const besides = `${BARE_PAGE}, ${title}`;
        for (const [name, weight] of [
          [besides, ofBare],
          [`Authenticate with the overlay open, ${title}`, own],
        ] as const) {
          figures.push({ name, unit: "bytes", rounds: [[weight.bytes]], bare: besides });
          figures.push({ name, unit: "requests", rounds: [[weight.requests]], bare: besides });
        }
      }
      return { figures };
    } finally {
      await bare.stop();
      await bench.close();
    }
  },
};
