import "server-only";
import { connectors } from "@/lib/connectors/registry";
import { database } from "@/lib/platform/database";
import { connectorBaseUrlOverride } from "@/lib/platform/env";
import { keyRing } from "@/lib/platform/key-ring";
import { describeError, log } from "@/lib/platform/log";
import { StartupError } from "@/lib/platform/startup-error";
import { announceSetup } from "./announce-setup";
import { auth } from "./auth";

/** The connectors that an operator pointed elsewhere, by name. */
export function overriddenConnectors(): string[] {
  return connectors.filter(({ id }) => connectorBaseUrlOverride(id) !== undefined).map(({ name }) => name);
}

/** Opens everything that the first request would otherwise wait for. What fails leaves the app alive and not ready. */
export async function prepareServer(): Promise<void> {
  for (const { id, name } of connectors) {
    const override = connectorBaseUrlOverride(id);
    if (override)
      log.warn({ connectorId: id, origin: new URL(override).origin }, `requests of ${name} go to another address`);
  }
  try {
    await database();
  } catch (error) {
    // Another process owns the data, or it cannot be read at all: there is nothing to serve. A PostgreSQL that is
    // down is different, it may come back: the app waits for it, not ready.
    if (error instanceof StartupError) throw error;
    log.error({ error: describeError(error) }, "the database is not available yet");
    return;
  }
  try {
    await keyRing();
  } catch (error) {
    if (error instanceof StartupError) throw error;
    log.error(
      { reason: error instanceof Error ? error.message : "unknown" },
      "not ready: the sealing keys are not usable",
    );
  }
  await auth();
  await announceSetup();
}
