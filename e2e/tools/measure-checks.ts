import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { cookieOf } from "../support/fixtures";
import { spread, startMeasuredHome } from "./measured-home";

// `npm run measure:checks`: what a check costs over the bare request, and what the server does while a provider
// misbehaves twenty times at once. Prints figures and judges nothing.
const ROUNDS = 100;
/** Further apart than the distance that Latchkey keeps, so that no check waits for its place. */
const APART_MS = 400;
const PARALLEL = 20;
/** As many as may run at once in a process; a workspace has five of them. */
const WORKSPACES = 4;

const timed = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

const home = await startMeasuredHome({ WORKER: "off" });
const { app, clari, page } = home;

/** Resident memory of the server, in MiB; Linux only. */
async function memory(): Promise<number> {
  const status = await readFile(`/proc/${app.process.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

try {
  const cookie = await cookieOf(page);
  const sessions = [cookie];
  const post = async (route: string, session: string, body: object) => {
    const response = await fetch(`${app.url}/api/v1/workspaces${route}`, {
      method: "POST",
      headers: { origin: app.url, cookie: session, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`no workspace: ${response.status} ${await response.text()}`);
    return response.json() as Promise<{ workspaceId: string }>;
  };
  for (let number = 2; number <= WORKSPACES; number += 1) {
    const other = await cookieOf(await home.signIn());
    await post("/active", other, await post("", other, { name: `Workspace ${number}` }));
    sessions.push(other);
  }

  const check = (values: { apiKey: string; apiPassword: string }, session = cookie) =>
    fetch(`${app.url}/api/v1/credentials/verify`, {
      method: "POST",
      headers: { origin: app.url, cookie: session, "content-type": "application/json" },
      body: JSON.stringify({ connectorId: "clari-copilot", values }),
    }).then((response) => response.json() as Promise<{ outcome?: string; diagnostic?: { durationMs: number } }>);
  const bare = () =>
    fetch(`${clari.url}/users`, {
      headers: { "x-api-key": clari.pair.apiKey, "x-api-password": clari.pair.apiPassword, connection: "close" },
    }).then((response) => response.json());

  for (let round = 0; round < 10; round += 1) await Promise.all([check(clari.pair), bare(), wait(APART_MS)]);
  const bareMs: number[] = [];
  const checkMs: number[] = [];
  const insideMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bareMs.push(await timed(bare));
    checkMs.push(
      await timed(async () => insideMs.push((await check(clari.pair)).diagnostic?.durationMs ?? Number.NaN)),
    );
    await wait(APART_MS);
  }
  console.log(`bare request to the sandbox: ${spread(bareMs, 99)}`);
  console.log(`check through the route: ${spread(checkMs, 99)}; inside the server ${spread(insideMs, 99)}`);

  for (const fault of ["huge", "bomb", "hang"]) {
    const before = await memory();
    let peak = before;
    const health: number[] = [];
    const tiles: number[] = [];
    let running = true;
    const watch = (async () => {
      while (running) {
        health.push(await timed(() => fetch(`${app.url}/api/health`).then((response) => response.text())));
        tiles.push(
          await timed(() =>
            fetch(`${app.url}/data-sources/new/clari-copilot`, { headers: { cookie } }).then((response) =>
              response.text(),
            ),
          ),
        );
        peak = Math.max(peak, await memory());
        await wait(50);
      }
    })();
    const answers = await Promise.all(
      Array.from({ length: PARALLEL }, (_, index) =>
        check({ apiKey: `fault:${fault}`, apiPassword: `number-${index}` }, sessions[index % WORKSPACES]),
      ),
    );
    running = false;
    await watch;
    const counts = new Map<string, number>();
    for (const { outcome = "not asked" } of answers) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    const outcomes = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(", ");
    console.log(
      `${fault}, ${PARALLEL} at once (${outcomes}): memory ${before.toFixed(0)} MiB before, +${(peak - before).toFixed(0)} at most; ` +
        `health ${spread(health, 99)}; tiles page ${spread(tiles, 99)}`,
    );
    // An accepted check closes the circuit where the fault opened it.
    await wait(1000);
    await check(clari.pair);
  }
} finally {
  await home.close();
}
