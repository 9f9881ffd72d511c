import { randomBytes } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startApp } from "./app-process";
import { newClariPair } from "./clari-pair";
import { createOwner } from "./create-owner";
import { keptJson, writeKeptJson } from "./kept-json";
import { onStop } from "./on-stop";
import { assertPortIsFree, portOf } from "./port-of";
import { startClariSandbox } from "./start-clari-sandbox";

const root = fileURLToPath(new URL("../../", import.meta.url));
const data = path.join(root, "data", "demo");
const DAY = 86_400_000;

const newOwner = () => ({ email: "owner@example.com", password: randomBytes(18).toString("base64url") });

/** The app with the sandbox as its Clari: nothing but this machine is needed. `--fresh` forgets the runs before. */
async function main(): Promise<void> {
  const host = process.env.HOST || "127.0.0.1";
  const port = portOf("PORT", 3000);
  await assertPortIsFree(port, host, "PORT");
  if (process.argv.includes("--fresh")) await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });

  const pairFile = path.join(data, "sandbox.json");
  const { value: pair } = await keptJson(pairFile, newClariPair);
  // Kept before the account is made: a password that was used must never be lost.
  const { value: owner, isNew } = await keptJson(path.join(data, "owner.json"), newOwner);
  const sandbox = await startClariSandbox({
    pair,
    page: true,
    until: Math.floor(Date.now() / DAY) * DAY,
    onNewPair: (made) => {
      writeKeptJson(pairFile, made).catch(() => console.error("The new pair could not be kept for the next run."));
    },
  });
  const token = randomBytes(24).toString("base64url");
  const app = startApp(root, {
    CLARI_COPILOT_BASE_URL: sandbox.url,
    DATA_DIR: data,
    SETUP_TOKEN: token,
    HOST: host,
    PORT: String(port),
    // What is printed below should stay in sight.
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  });
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await app.stop();
    await sandbox.close();
  };
  onStop(stop);
  // Somebody who listens on all addresses still opens it on this machine.
  const url = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
  try {
    await app.ready(url);
    const isMade = await createOwner(url, token, { name: "Demo Owner", ...owner });
    if (!isMade && isNew)
      console.warn("data/demo has an owner whose password was not kept: run the demo with --fresh.");
  } catch (error) {
    if (isStopping) return;
    await stop();
    throw error;
  }
  app.onExit(() => {
    if (isStopping) return;
    console.error("The app ended; its own message is above.");
    sandbox.close().finally(() => process.exit(1));
  });
  console.log(`
Latchkey is ready: ${url}

  Email         ${owner.email}
  Password      ${owner.password}

A pair that the sandbox accepts, for a Clari Copilot credential:

  API Key       ${sandbox.pair.apiKey}
  API Password  ${sandbox.pair.apiPassword}

The sandbox's page generates a new pair and lists the faults to try: ${sandbox.url}
Ctrl+C stops both. The next run keeps everything; npm run demo -- --fresh starts anew.
`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "The demo could not start.");
  process.exit(1);
});
