import "server-only";
import { createHmac } from "node:crypto";
import { deriveKey } from "@/lib/auth/derive-key";
import { peerKey } from "@/lib/auth/doors/peer-key";
import { counted } from "@/lib/platform/counted-dto";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { giveBack, type Limit, spend } from "@/lib/platform/rate-limit";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { readBrowserLink } from "./browser-link";
import { knownDevice } from "./known-device";

const WINDOW_SECONDS = 15 * 60;
/** Wrong passwords that one peer may try, whatever the accounts. Several people may share its address. */
const OF_PEER: Limit = { name: "sign-in-of-peer", points: 30, seconds: WINDOW_SECONDS };
/** Wrong passwords for one account, from all browsers that it never signed in from together. */
const OF_ACCOUNT: Limit = { name: "sign-in-of-account", points: 10, seconds: WINDOW_SECONDS };
/** The same from one browser that it did sign in from, or by one mailed link: what strangers try does not use this up. */
const OF_DEVICE: Limit = { name: "sign-in-of-device", points: 10, seconds: WINDOW_SECONDS };

/** Ways to the provider of single sign-on, and passkeys, of one peer. What ends well is given back. */
const OF_VISITS: Limit = { name: "sign-in-visits", points: 60, seconds: WINDOW_SECONDS };

/** Uses of password links of one peer. */
const OF_LINKS: Limit = { name: "password-links-of-peer", points: 20, seconds: WINDOW_SECONDS };
/** Wrong codes of an authenticator app, and backup codes, of one account, wherever one is asked for. */
const OF_CODES: Limit = { name: "codes-of-account", points: 10, seconds: WINDOW_SECONDS };

/** A link of the operator makes the browser that uses it a known one, which has tries of its own. */
const PAST_STRANGERS =
  "If someone else is using them up, ask this server's operator for a password link: it lets this browser in.";

/** The counters' keys are no list of addresses. */
const keyOf = (text: string) => createHmac("sha256", deriveKey("sign-in limits")).update(text).digest("base64url");

/**
 * A3: counts one try of a password before it is looked at, so that tries at the same moment are counted too. It is given
 * back where the password was right, and where it was not looked at after all. Throws a refusal, which is the same for
 * addresses that nobody has.
 * @param look undefined where the password is wrong
 */
export async function countAttempt<T>(attempt: Attempt, look: () => Promise<T | undefined>): Promise<T | undefined> {
  const spent: [Limit, string][] = [];
  let wasWrong = false;
  try {
    for (const counter of await countersOf(attempt)) {
      await spendOrRefuse(...counter, attempt.peer);
      spent.push(counter);
    }
    const found = await look();
    wasWrong = found === undefined;
    return found;
  } finally {
    if (!wasWrong) for (const [limit, key] of spent) await giveBack(limit, key);
  }
}

export type Attempt = {
  email: string;
  peer: string | undefined;
  /** The token of a link that lets a new browser in. */
  browser?: string | undefined;
};

async function countersOf({ email, peer, browser }: Attempt): Promise<[Limit, string][]> {
  const device = (await knownDevice(email)) ?? (browser && (await readBrowserLink(browser, email)));
  return [[OF_PEER, peerKey(peer)], device ? [OF_DEVICE, keyOf(`${email}\n${device}`)] : [OF_ACCOUNT, keyOf(email)]];
}

async function spendOrRefuse(limit: Limit, key: string, peer: string | undefined): Promise<void> {
  const seconds = await spend(limit, key);
  if (seconds === undefined) return;
  log.warn({ peer, limit: limit.name }, "sign-in limited");
  const wait = `Too many tries. Wait ${counted(Math.ceil(seconds / 60), "minute")}, then try again.`;
  const isNewBrowser = limit === OF_ACCOUNT;
  const mails = isMailConfigured();
  throw new Refusal("TOO_MANY_ATTEMPTS", isNewBrowser && !mails ? `${wait} ${PAST_STRANGERS}` : wait, {
    retryAfterSeconds: seconds,
    ...(isNewBrowser && mails ? { remedy: "browser-link" } : {}),
  });
}

/** Counts one use of a password link; one that sets a password is given back. */
export async function countLink(peer: string | undefined): Promise<() => Promise<void>> {
  await spendOrRefuse(OF_LINKS, peerKey(peer), peer);
  return () => giveBack(OF_LINKS, peerKey(peer));
}

/** Counts one step of a sign-in without a password, which costs a look-up or a request to the provider. */
export function countStep(peer: string | undefined): Promise<void> {
  return spendOrRefuse(OF_VISITS, peerKey(peer), peer);
}

/** Gives both steps of a sign-in back that ended well. */
export async function giveStepsBack(peer: string | undefined): Promise<void> {
  for (let step = 0; step < 2; step += 1) await giveBack(OF_VISITS, peerKey(peer));
}

/** Counts one try of a code before it is looked at. */
export function beginCode(userId: string, peer: string | undefined): Promise<void> {
  return spendOrRefuse(OF_CODES, userId, peer);
}

/** After a right one. */
export function endCode(userId: string): Promise<void> {
  return giveBack(OF_CODES, userId);
}
