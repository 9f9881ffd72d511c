import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { makePostgres, postgresBin } from "../support/start-postgres";
import { type MeasuredHome, spread, startMeasuredHome } from "./measured-home";

// `npm run measure:list`: how long the first page of tiles takes with 100, 10,000 and 100,000 credentials in a workspace,
// over HTTP from the built app, on the embedded database and on a PostgreSQL of its own where its programs are
// installed. Prints figures and the plans of the queries; judges nothing.
const SIZES = [100, 10_000, 100_000];
const ROUNDS = 60;
const PAGES = [
  ["first tiles", "/data-sources/new/clari-copilot"],
  ["tiles, search for a rare word", "/data-sources/new/clari-copilot?q=needle"],
  ["tiles, search for a word in all", "/data-sources/new/clari-copilot?q=sales"],
  ["tiles of a type that few have", "/data-sources/new/gong"],
  ["list", "/credentials"],
  ["list, by name and verified", "/credentials?sort=name&status=VERIFIED"],
  ["list, needs attention", "/credentials?status=FAILED"],
  ["list, unused for 90 days", "/credentials?unused=1"],
] as const;

const root = fileURLToPath(new URL("../../", import.meta.url));

async function timePage(home: MeasuredHome, cookie: string, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let round = -10; round < ROUNDS; round += 1) {
    const from = performance.now();
    const response = await fetch(home.app.url + path, { headers: { cookie } });
    const text = await response.text();
    if (response.status !== 200 || !text.includes("Sales team")) throw new Error(`${path}: ${response.status}`);
    if (round >= 0) times.push(performance.now() - from);
  }
  return times;
}

async function measure(kind: string, settings: Record<string, string>): Promise<void> {
  const home = await startMeasuredHome({ ...settings, WORKER: "off" });
  const cookie = (await home.page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  try {
    for (const size of SIZES) {
      let plans = "";
      await home.restart(() => {
        const args = [
          "node_modules/tsx/dist/cli.mjs",
          "--conditions=react-server",
          "lib/cli/fill-list.ts",
          String(size),
        ];
        plans = execFileSync(process.execPath, args, {
          cwd: root,
          env: { ...process.env, DATABASE_URL: "", ...home.env },
          encoding: "utf8",
        });
      });
      console.log(`${kind}, ${size.toLocaleString("en")} credentials`);
      for (const [title, path] of PAGES) console.log(`  ${title}: ${spread(await timePage(home, cookie, path), 95)}`);
      if (size === SIZES.at(-1)) console.log(plans);
    }
  } finally {
    await home.close();
  }
}

await measure("embedded", {});
const bin = postgresBin();
if (bin) {
  const cluster = await makePostgres(bin);
  cluster.start();
  try {
    await measure("PostgreSQL", { DATABASE_URL: cluster.url });
  } finally {
    await cluster.remove();
  }
} else console.log("PostgreSQL is not installed on this machine: measured on the embedded database only.");
