import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { describeError, log } from "@/lib/platform/log";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { askWith, type Send } from "./ask-with";
import { mayBePrivate } from "./base-url";
import { askDatabase } from "./database-target";
import type { Judgement } from "./judge-answer";
import { retryDelay } from "./retry-delay";

/** Signing in to a database changes nothing there. */
const READS = { method: "GET" } as const;
const MAX_BODY_BYTES = 256 * 1024;

type Asking = {
  /** A moment of `performance.now()`: everything ends before it. */
  endsAt: number;
  signal: AbortSignal | undefined;
  /** Waits for a place among the requests to this provider; the seconds until there is one where none comes in time. */
  takeSlot: (latest: number) => Promise<number | undefined>;
};

/**
 * Sends what a check asks. The place of its first request was taken before.
 * @param noPlace called where there is none for another one, with the seconds until there is
 */
function sender(
  connector: Connector,
  { endsAt, signal, takeSlot }: Asking,
  noPlace: (retryAfterSeconds: number) => void,
): Send {
  let sent = 0;
  return async (request) => {
    sent += 1;
    const retryAfterSeconds = sent > 1 ? await takeSlot(endsAt) : undefined;
    if (retryAfterSeconds !== undefined) {
      noPlace(retryAfterSeconds);
      return { kind: "failure", reason: "timed-out", code: "DEADLINE" };
    }
    return outboundRequest({
      ...request,
      deadlineMs: Math.max(Math.floor(endsAt - performance.now()), 1),
      maxBodyBytes: MAX_BODY_BYTES,
      allowPrivate: mayBePrivate(connector),
      ...(signal ? { signal } : {}),
    });
  };
}

async function askOnce(connector: AnyConnector, values: CredentialValues, asking: Asking): Promise<Judgement> {
  if (connector.kind === "database") return askDatabase(connector, values, asking);
  let budgetUsed: Judgement | undefined;
  const send = sender(connector, asking, (retryAfterSeconds) => {
    budgetUsed = { outcome: "budget-used", retryAfterSeconds };
  });
  try {
    const judgement = await askWith(connector, values, send);
    // Nothing was asked then, and so nothing was learnt of the provider.
    return budgetUsed ?? judgement;
  } catch (error) {
    log.error({ error: describeError(error), connectorId: connector.id }, "a check could not be sent");
    return { outcome: "unreachable", code: "INTERNAL" };
  }
}

/**
 * Asks the provider whether it accepts the values: once, and a second time only where that can help and there is time.
 * Returns what happened, never throws.
 */
export async function askProvider(
  connector: AnyConnector,
  values: CredentialValues,
  asking: Asking,
): Promise<{ judgement: Judgement; tries: number }> {
  const retryAfterSeconds = await asking.takeSlot(asking.endsAt);
  if (retryAfterSeconds !== undefined) return { judgement: { outcome: "budget-used", retryAfterSeconds }, tries: 0 };
  const judgement = await askOnce(connector, values, asking);
  const delay = retryDelay(connector.kind === "database" ? READS : connector.verification, judgement);
  if (delay === undefined || performance.now() + delay > asking.endsAt - 1000) return { judgement, tries: 1 };
  try {
    await wait(delay, undefined, asking.signal ? { signal: asking.signal } : {});
  } catch {
    return { judgement: { outcome: "cancelled" }, tries: 1 };
  }
  if ((await asking.takeSlot(asking.endsAt - 1000)) !== undefined) return { judgement, tries: 1 };
  return { judgement: await askOnce(connector, values, asking), tries: 2 };
}
