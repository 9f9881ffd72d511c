import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { describeError, log } from "@/lib/platform/log";
import { type LeasedDelivery, leaseDeliveries, recordAttempt } from "./delivery-repository";
import { type Attempt, sendDelivery } from "./send-delivery";
import { withProviders } from "./with-providers";

const SECOND = 1000;
/** The waits after each failed try, in milliseconds. After the try that follows the last one, it is given up. */
const WAITS = [10 * SECOND, 60 * SECOND, 5 * 60 * SECOND, 30 * 60 * SECOND, 2 * 60 * 60 * SECOND];
/** All leased at once are sent at once: each has to end within its lease. */
const MAX_AT_ONCE = 20;

/** Each wait is up to a fifth shorter or longer, so that what failed together does not come back together. */
function waitAfter(tries: number): number | undefined {
  const wait = WAITS[tries - 1];
  return wait === undefined ? undefined : wait * (0.8 + 0.4 * Math.random());
}

async function tryOnce(delivery: LeasedDelivery): Promise<Attempt> {
  try {
    const [notice = delivery.notice] = await withProviders(delivery.workspaceId, [delivery.notice]);
    return await sendDelivery({ ...delivery, notice });
  } catch (error) {
    log.error({ deliveryId: delivery.id, error: describeError(error) }, "sending a notice failed");
    return { result: "failed", outcome: "try-again" };
  }
}

async function deliver(delivery: LeasedDelivery): Promise<void> {
  const { result, outcome } = await tryOnce(delivery);
  const waitMs = outcome === "try-again" ? waitAfter(delivery.tries) : undefined;
  const { id: deliveryId, channel, tries } = delivery;
  log.info({ deliveryId, channel, tries, result, givenUp: outcome !== "delivered" && !waitMs }, "a notice was tried");
  await recordAttempt(delivery, { result, delivered: outcome === "delivered", waitMs });
}

async function deliverAll(deliveries: LeasedDelivery[]): Promise<number> {
  for (const settled of await Promise.allSettled(deliveries.map(deliver))) {
    // Nothing is lost: its lease runs out, and it is due again.
    if (settled.status === "rejected")
      log.error({ error: describeError(settled.reason) }, "the outcome of a delivery was not recorded");
  }
  return deliveries.length;
}

/**
 * Sends notices that are due, to webhooks and by e-mail, and writes down what came of it. Safe on several instances.
 * Each arrives at least once: where a process dies after sending and before writing that down, it is sent again under
 * the same id.
 * @param limit how many at most; never more than 20 at once
 * @returns how many were handled, so that a caller goes on while there are more
 */
export async function deliverDueNotices(limit: number): Promise<number> {
  return deliverAll(await leaseDeliveries(Math.min(limit, MAX_AT_ONCE)));
}

/** Sends what is due until nothing is, or the signal ends it. */
export async function deliverAllDueNotices(signal: AbortSignal): Promise<void> {
  authorize(jobOf("delivery"), "notice:deliver");
  while (!signal.aborted && (await deliverDueNotices(MAX_AT_ONCE)) > 0);
}

/** Makes the first try of one notice now, for someone who waits to see it arrive. */
export async function deliverNotice(noticeId: string): Promise<number> {
  return deliverAll(await leaseDeliveries(MAX_AT_ONCE, noticeId));
}
