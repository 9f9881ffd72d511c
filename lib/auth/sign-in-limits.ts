import "server-only";
import { createHmac } from "node:crypto";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { giveBack, type Limit, spend } from "@/lib/platform/rate-limit";
import { deriveKey } from "./derive-key";
import { knownDevice } from "./known-device";
import { peerKey } from "./peer-key";

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords that one peer may try, whatever the accounts. Several people may share its address. */
const OF_PEER: Limit = { name: "sign-in-of-peer", points: 30, seconds: WINDOW_SECONDS };
/** Wrong passwords for one account, from all browsers that it never signed in from together. */
const OF_ACCOUNT: Limit = { name: "sign-in-of-account", points: 10, seconds: WINDOW_SECONDS };
/** The same from one browser that it did sign in from: what strangers try does not use this up. */
const OF_DEVICE: Limit = { name: "sign-in-of-device", points: 10, seconds: WINDOW_SECONDS };

/** Ways to the provider of single sign-on, and passkeys, of one peer. What ends well is given back. */
const OF_VISITS: Limit = { name: "sign-in-visits", points: 60, seconds: WINDOW_SECONDS };

/** The counters' keys are no list of addresses. */
const keyOf = (text: string) => createHmac("sha256", deriveKey("sign-in limits")).update(text).digest("base64url");

/**
 * A3: counts one try of a password before it is looked at, so that tries at the same moment are counted too. Returns
 * what to call when it was the right one. Throws a refusal, which is the same for addresses that nobody has.
 */
export async function beginAttempt(email: string, peer: string | undefined): Promise<() => Promise<void>> {
  const device = await knownDevice(email);
  const counters: [Limit, string][] = [
    [OF_PEER, peerKey(peer)],
    device === undefined ? [OF_ACCOUNT, keyOf(email)] : [OF_DEVICE, keyOf(`${email}\n${device}`)],
  ];
  for (const [limit, key] of counters) await spendOrRefuse(limit, key, peer);
  return async () => {
    for (const [limit, key] of counters) await giveBack(limit, key);
  };
}

async function spendOrRefuse(limit: Limit, key: string, peer: string | undefined): Promise<void> {
  const seconds = await spend(limit, key);
  if (seconds === undefined) return;
  log.warn({ peer, limit: limit.name }, "sign-in limited");
  const minutes = Math.ceil(seconds / 60);
  throw new Refusal(
    "TOO_MANY_ATTEMPTS",
    `There were too many tries. Wait ${minutes === 1 ? "a minute" : `${minutes} minutes`}, then try again.`,
    { retryAfterSeconds: seconds },
  );
}

/** Counts one step of a sign-in without a password, which costs a look-up or a request to the provider. */
export function beginVisit(peer: string | undefined): Promise<void> {
  return spendOrRefuse(OF_VISITS, peerKey(peer), peer);
}

/** After a sign-in of two such steps. */
export async function endVisit(peer: string | undefined): Promise<void> {
  for (let step = 0; step < 2; step += 1) await giveBack(OF_VISITS, peerKey(peer));
}
