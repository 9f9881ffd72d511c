import "server-only";
import { generateRandomString } from "better-auth/crypto";
import { renderSVG } from "uqr";
import type { AuthenticatorDto, BackupCodesDto } from "@/lib/auth/account/account-dto";
import { ProofRefused } from "@/lib/auth/account/proof-refused";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import { requireProvenAddress } from "@/lib/auth/account/require-proven-address";
import { secondFactorIsOn } from "@/lib/auth/account/session-repository";
import type { Person } from "@/lib/auth/actor";
import { codeForm, confirmForm } from "@/lib/auth/auth-schema";
import { checkOwnPassword } from "@/lib/auth/password/check-own-password";
import { inPlace } from "@/lib/auth/password/hashing-line";
import type { StoredPassword } from "@/lib/auth/password/password-repository";
import { beginCode, endCode } from "@/lib/auth/sign-in/sign-in-limits";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { authenticatorUri, secretText, stepOf } from "./authenticator-code";
import {
  addAuthenticator,
  beginAuthenticator,
  deleteAuthenticator,
  replaceBackupCodes,
  takeStep,
} from "./authenticator-repository";
import { openAuthenticator, sealForAuthenticator } from "./open-authenticator";
import { requireOwnSecondStep, secondStepMeanwhile } from "./require-own-second-step";

// Not by the auth library: it looks at the password a second time, changes one row after the other, makes a new session
// behind whatever came in between, and cannot write its event with it.

const BACKUP_CODES = 10;

const changedMeanwhile = (message: string) => new Refusal("CHANGED_MEANWHILE", `${message} Reload the page.`);

const isOnAlready = () => changedMeanwhile("You've already set up an authenticator app.");

const notSetUp = () => changedMeanwhile("You haven't set up an authenticator app.");

const overtaken = () => new Refusal("NOT_SIGNED_IN", "Your password was just changed. Sign in again.");

const wrongCode = () =>
  new ProofRefused("code", "INVALID_INPUT", "Check the marked fields.", {
    fields: { code: "That code didn't work. Enter the one the app shows now." },
  });

function passwordOf(actor: Person, input: unknown): Promise<StoredPassword> {
  const { password } = parseInput(confirmForm, input);
  return inPlace(actor.peer, (place) => checkOwnPassword(place, actor, password, "password"));
}

const fiveSigns = () => generateRandomString(5, "a-z", "0-9", "A-Z");
const makeBackupCodes = () => Array.from({ length: BACKUP_CODES }, () => `${fiveSigns()}-${fiveSigns()}`);

/**
 * Makes the secret of an authenticator app and the backup codes, which are shown this once. Nothing is asked for at
 * sign-in before a code of it was entered. Making it anew replaces one that was never finished.
 */
export async function startAuthenticator(actor: Person, input: unknown): Promise<AuthenticatorDto> {
  await requireProvenAddress(actor);
  await requireOwnSecondStep(actor);
  const password = await passwordOf(actor, input);
  const secret = generateRandomString(32);
  const backupCodes = makeBackupCodes();
  const begun = await beginAuthenticator(actor, password, {
    secret: await sealForAuthenticator(secret),
    backupCodes: await sealForAuthenticator(JSON.stringify(backupCodes)),
  });
  if (begun === "overtaken") throw overtaken();
  if (begun === "without-own") throw secondStepMeanwhile();
  if (begun === "on") throw isOnAlready();
  const picture = renderSVG(authenticatorUri(secret, actor.email), { border: 2 });
  return {
    qrCode: `data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}`,
    secret: secretText(secret),
    backupCodes,
  };
}

/** From now on signing in asks for a code, because this one proves that the app works. */
export async function turnOnAuthenticator(actor: Person, input: unknown): Promise<void> {
  const { code } = parseInput(codeForm, input);
  const { userId, peer } = actor;
  await requireProvenAddress(actor);
  await requireOwnSecondStep(actor);
  if (await secondFactorIsOn(userId)) throw isOnAlready();
  await beginCode(userId, peer);
  const app = await openAuthenticator(userId);
  if (!app) throw wrongCode();
  const { stored, secret } = app;
  if (secret === undefined)
    throw changedMeanwhile("This server's secret changed since you started, so no code from this app works any more.");
  const step = stepOf(code, secret);
  if (step === undefined || !(await takeStep(userId, step))) throw wrongCode();
  await endCode(userId);
  const added = await addAuthenticator(actor, stored);
  if (added === "overtaken") throw overtaken();
  if (added === "without-own") throw secondStepMeanwhile();
  if (added === "none") throw changedMeanwhile("An authenticator app was just set up, or its set-up was restarted.");
}

/** *Create new codes*: they are shown this once, and those of before open nothing any more. */
export async function renewBackupCodes(actor: Person): Promise<BackupCodesDto> {
  requireRecentSignIn(actor);
  await requireOwnSecondStep(actor);
  const backupCodes = makeBackupCodes();
  const result = await replaceBackupCodes(actor, await sealForAuthenticator(JSON.stringify(backupCodes)));
  if (result === "overtaken") throw overtaken();
  if (result === "without-own") throw secondStepMeanwhile();
  if (result === "none") throw notSetUp();
  return { backupCodes };
}

/** Takes the app away. */
export async function turnOffAuthenticator(actor: Person, input: unknown): Promise<void> {
  await requireOwnSecondStep(actor);
  const result = await deleteAuthenticator(actor, await passwordOf(actor, input));
  if (result === "overtaken") throw overtaken();
  if (result === "without-own") throw secondStepMeanwhile();
  if (result === "none") throw notSetUp();
}
