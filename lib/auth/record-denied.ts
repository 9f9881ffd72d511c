import "server-only";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import { spend } from "@/lib/platform/rate-limit";
import { insertDenied } from "./auth-repository";
import { Denied } from "./permissions";

/** Enough to see what someone tries; more would let them fill the audit trail. */
const LIMIT = { name: "denied", points: 60, seconds: 60 };

/**
 * Writes down that the table refused something. For the adapters, which see every refusal: it never throws, because
 * the refusal itself is what the caller has to be told.
 */
export async function recordDenied(error: unknown): Promise<void> {
  if (!isOwn(error, Denied)) return;
  const { actor, operation } = error;
  try {
    if ((await spend(LIMIT, actor.userId)) === undefined) await insertDenied(actor, operation);
  } catch (failure) {
    log.error({ operation, error: describeError(failure) }, "a denied attempt could not be written down");
  }
}
