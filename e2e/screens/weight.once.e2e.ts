import { request } from "node:http";
import type { Page, Request } from "playwright/test";
import { expect } from "../support/fixtures";
import { listening } from "../support/listen";
import { credentialBody, type Person, test } from "../support/people";

// What pages weigh (docs/decisions/0006): bytes are the same on every machine, so these are limits and no measurements.
const ROWS = 50;
const KB = 1024;

// An installation of its own: its credentials are counted.
test.use({ installation: "screens/weight" });

/** The bytes of a page as they are sent. `fetch` would unpack them. */
function weigh({ url, cookie }: Person, path: string, encoding: "gzip" | "identity"): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { cookie, "accept-encoding": encoding };
    const outgoing = request(url + path, { headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on("error", reject);
      response.on("end", () =>
        response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path}: ${response.statusCode}`)),
      );
    });
    outgoing.on("error", reject);
    outgoing.end();
  });
}

let filled: Promise<void> | undefined;
/** Once for all tests of this file: credentials of every status, with a check or none, and with a description or none. */
function fill(owner: Person, clari: { generatePair(): { apiKey: string; apiPassword: string } }): Promise<void> {
  filled ??= (async () => {
    const failing: string[] = [];
    let pair = clari.generatePair();
    for (let index = 1; index <= ROWS; index += 1) {
      // The ones before it are refused from then on.
      if (index === 6) pair = clari.generatePair();
      const { status, body } = await owner.post("/credentials", {
        ...credentialBody(pair, `Sales team ${index}`),
        ...(index % 2 ? { description: "" } : {}),
        saveUnverified: index > ROWS - 5,
      });
      expect(status).toBe(201);
      if (index < 6) failing.push(body.id);
    }
    for (const id of failing) await owner.post(`/credentials/${id}/verify`);
  })();
  return filled;
}

for (const [path, most] of [
  ["/credentials", 66],
  ["/data-sources/new/clari-copilot", 68],
] as const) {
  test(`${path} with ${ROWS} credentials is small, as it is and as it is sent`, async ({ owner, home }) => {
    await fill(owner, home.clari);
    expect(await weigh(owner, path, "identity")).toBeLessThan(most * KB);
    expect(await weigh(owner, path, "gzip")).toBeLessThan(12 * KB);
  });
}

/** From here on a timer is for what a page fetches once it has come to rest. Every page has it, so it is little. */
const LATER_MS = 3000;
const MOST_LATER = 3 * KB;

/** Keeps a page from that, until it is told to go on. */
async function holdLater(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript((later) => {
    const { setTimeout } = window;
    const held: (() => void)[] = [];
    const hold = (work: () => void, ms = 0) => (ms < later ? setTimeout(work, ms) : -held.push(work));
    Object.assign(window, { setTimeout: hold, goOn: () => held.splice(0).map((work) => work()) });
  }, LATER_MS);
  return () => page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());
}

/** Scripts as the server sends them to a browser that reads brotli, without their headers. */
async function scriptsOf(page: Page, open: () => Promise<unknown>): Promise<number> {
  await page.setExtraHTTPHeaders({ "accept-encoding": "br" });
  const sizes: Promise<number>[] = [];
  const weighIt = (finished: Request) => {
    if (finished.resourceType() === "script")
      sizes.push(finished.sizes().then(({ responseBodySize }) => responseBodySize));
  };
  page.on("requestfinished", weighIt);
  await open();
  await page.waitForLoadState("networkidle");
  // What comes later is not asked for: the page may be closed by then.
  page.off("requestfinished", weighIt);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("the scripts of Authenticate with its overlay are those of Next, of the form, and little more", async ({
  signedIn: page,
}) => {
  await holdLater(page);
  const bytes = await scriptsOf(page, async () => {
    await page.goto("/data-sources/new/clari-copilot");
    await page.getByRole("button", { name: "Add Credential" }).click();
    await expect(page.getByLabel("Credential Name")).toBeFocused();
  });
  expect(bytes).toBeLessThan(143 * KB);
});

test("what keeps a page true comes once it has come to rest, and is small", async ({ owner, home, signedIn: page }) => {
  await fill(owner, home.clari);
  const goOn = await holdLater(page);
  await page.goto("/credentials", { waitUntil: "networkidle" });
  const heard = listening(page);
  const bytes = await scriptsOf(page, async () => {
    await goOn();
    await heard;
  });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(MOST_LATER);
});
