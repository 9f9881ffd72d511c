import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startApp } from "./app-process";
import { keptJson } from "./kept-json";
import { onStop } from "./on-stop";
import { assertPortIsFree, portOf } from "./port-of";
import { seedApp } from "./seed-app";
import { startSandboxes } from "./start-sandboxes";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** `npm run dev`: with hot reload, instead of the built app. */
const isDevelopment = process.argv.includes("--dev");
const command = isDevelopment ? "npm run dev" : "npm run demo";
const data = path.join(root, "data", isDevelopment ? "dev" : "demo");
/** Stands where the workspace was filled to the end. */
const marker = path.join(data, "seeded");

const newOwner = () => ({ email: "owner@example.com", password: randomBytes(18).toString("base64url") });

/** The app beside sandboxes of its providers, with a made-up workspace: nothing but this machine is needed. */
async function main(): Promise<void> {
  const host = process.env.HOST || "127.0.0.1";
  const port = portOf("PORT", 3000);
  await assertPortIsFree(port, host, "PORT");
  const isFresh = process.argv.includes("--fresh") || !existsSync(marker);
  // What an earlier run left half filled goes too.
  if (isFresh) await rm(data, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  // Kept before the account is made: a password that was used must never be lost.
  const owner = await keptJson(path.join(data, "owner.json"), newOwner);
  const sandboxes = await startSandboxes(data);
  const settings = {
    ...sandboxes.settings,
    NEXT_TELEMETRY_DISABLED: "1",
    DATA_DIR: data,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  };
  if (isFresh) {
    console.log("Filling a made-up workspace …");
    await seedApp(root, { owner: { name: "Ada Moreno", ...owner }, pairs: sandboxes.pairs, settings });
    await writeFile(marker, command);
  }
  const next = ["node_modules/next/dist/bin/next", "dev", "-H", host, "-p", String(port)];
  const app = startApp(root, { ...settings, HOST: host, PORT: String(port) }, ...(isDevelopment ? [next] : []));
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    await app.stop();
    await sandboxes.close();
  };
  onStop(stop);
  // Somebody who listens on all addresses still opens it on this machine.
  const url = `http://${host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host}:${port}`;
  try {
    await app.ready(url);
  } catch (error) {
    if (isStopping) return;
    await stop();
    throw error;
  }
  app.onExit(() => {
    if (isStopping) return;
    console.error("The app ended; its own message is above.");
    sandboxes.close().finally(() => process.exit(1));
  });
  const { url: sandboxUrl, pair } = sandboxes.clari;
  console.log(`
Latchkey is ready: ${url}

  Email         ${owner.email}   (or admin@, member@, viewer@example.com)
  Password      ${owner.password}

A pair that the sandbox accepts, for a Clari Copilot credential:

  API Key       ${pair.apiKey}
  API Password  ${pair.apiPassword}

The sandbox's page generates a new pair and lists the faults to try: ${sandboxUrl}
Ctrl+C stops all of it. The next run keeps everything; ${command} -- --fresh starts anew.
`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : `${command} could not start.`);
  process.exit(1);
});
