import "server-only";
import { setTimeout } from "node:timers/promises";
import { auth } from "@/lib/auth/auth";
import { announceSetup } from "@/lib/auth/sign-in/announce-setup";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/platform/database";
import { connectorBaseUrlOverride, redirectedHosts } from "@/lib/platform/env";
import { keyRing } from "@/lib/platform/key-ring";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { StartupError } from "@/lib/platform/startup-error";
import { warnOfOtherKeys } from "./warn-of-other-keys";

const RETRY_MS = 2000;

/** The connectors that an operator pointed elsewhere, by name. */
export function overriddenConnectors(): string[] {
  const names = connectors.filter(({ id }) => connectorBaseUrlOverride(id) !== undefined).map(({ name }) => name);
  return [...names, ...redirectedHosts().map(({ host }) => host)];
}

/** Opens everything that the first request would otherwise wait for. What fails leaves the app alive and not ready. */
export async function prepareServer(): Promise<void> {
  for (const { id, name } of connectors) {
    const override = connectorBaseUrlOverride(id);
    if (override)
      log.warn({ connectorId: id, origin: new URL(override).origin }, `requests of ${name} go to another address`);
  }
  for (const { host, address } of redirectedHosts())
    log.warn({ host, origin: address }, `requests of ${host} go to another address`);
  try {
    await database();
  } catch (error) {
    // Another process owns the data, or it cannot be read at all: there is nothing to serve. A PostgreSQL that is
    // down is different, it may come back: the app waits for it, not ready.
    if (isOwn(error, StartupError)) throw error;
    log.error({ error: describeError(error) }, "the database is not available yet");
    void prepareLater();
    return;
  }
  await prepareOnDatabase();
}

/** Goes on where the start left off, as soon as the database can be opened. */
async function prepareLater(): Promise<void> {
  for (;;) {
    await setTimeout(RETRY_MS, undefined, { ref: false });
    try {
      await database();
      return await prepareOnDatabase();
    } catch (error) {
      if (!isOwn(error, StartupError)) continue;
      // Too late to end with it: the server answers already, and says that it is not ready.
      log.error({ reason: error.message }, "not ready: the database came up and cannot be used");
      return;
    }
  }
}

async function prepareOnDatabase(): Promise<void> {
  try {
    await keyRing();
    await warnOfOtherKeys();
  } catch (error) {
    if (isOwn(error, StartupError)) throw error;
    log.error(
      { reason: error instanceof Error ? error.message : "unknown" },
      "not ready: the sealing keys are not usable",
    );
  }
  await auth();
  await announceSetup();
}
