import "server-only";
import { renderSVG } from "uqr";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { AuthenticatorDto } from "./account-dto";
import type { Member } from "./actor";
import { auth } from "./auth";
import { codeForm, confirmForm } from "./auth-schema";
import { deleteAuthenticator } from "./authenticator-repository";
import { checkOwnPassword } from "./check-own-password";
import { isAuthRefusal } from "./is-auth-refusal";
import { recordSecondFactor } from "./password-repository";
import { ProofRefused } from "./proof-refused";
import { requireProvenAddress } from "./require-proven-address";
import { secondFactorIsOn } from "./session-repository";

const isOnAlready = () => new Refusal("CHANGED_MEANWHILE", "An authenticator app is set up already. Reload the page.");

const wrongCode = () =>
  new ProofRefused("code", "INVALID_INPUT", "Check the marked fields.", {
    fields: { code: "This code was not accepted. Enter the one that the app shows now." },
  });

/**
 * Makes the secret of an authenticator app and the backup codes, which are shown this once. Nothing is asked for at
 * sign-in before a code of it was entered. Making it anew replaces one that was never finished.
 */
export async function startAuthenticator(actor: Member, input: unknown, headers: Headers): Promise<AuthenticatorDto> {
  const { password } = parseInput(confirmForm, input);
  await requireProvenAddress(actor);
  await checkOwnPassword(actor, password, "password");
  try {
    const made = await (await auth()).api.enableTwoFactor({ body: { password, method: "totp" }, headers });
    if (made.method !== "totp") throw new Error("the library made another second factor than the one asked for");
    return {
      qrCode: `data:image/svg+xml;base64,${Buffer.from(renderSVG(made.totpURI, { border: 2 })).toString("base64")}`,
      secret: new URL(made.totpURI).searchParams.get("secret") ?? "",
      backupCodes: made.backupCodes,
    };
  } catch (error) {
    if (!isAuthRefusal(error)) throw error;
    throw isOnAlready();
  }
}

/** From now on signing in asks for a code, because this one proves that the app works. */
export async function turnOnAuthenticator(actor: Member, input: unknown, headers: Headers): Promise<void> {
  const { code } = parseInput(codeForm, input);
  await requireProvenAddress(actor);
  if (await secondFactorIsOn(actor.userId)) throw isOnAlready();
  try {
    await (await auth()).api.verifyTOTP({ body: { code }, headers });
  } catch (error) {
    if (!isAuthRefusal(error)) throw error;
    throw wrongCode();
  }
  await recordSecondFactor(actor, "authenticator.added");
}

/**
 * Takes the app away. Not by the library: it looks at the password a second time, makes a new session behind whatever
 * came in between, and cannot write its event with it.
 */
export async function turnOffAuthenticator(actor: Member, input: unknown): Promise<void> {
  const { password } = parseInput(confirmForm, input);
  const result = await deleteAuthenticator(actor, await checkOwnPassword(actor, password, "password"));
  if (result === "overtaken")
    throw new Refusal("NOT_SIGNED_IN", "Your password was changed in this moment. Sign in again.");
  if (result === "none") throw new Refusal("CHANGED_MEANWHILE", "No authenticator app is set up. Reload the page.");
}
