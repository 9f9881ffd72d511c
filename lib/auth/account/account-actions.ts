"use server";

import type { IdentityWaysDto } from "@/lib/auth/auth-dto";
import { asPersonAction, asPersonChange } from "@/lib/auth/doors/as-action";
import { changePassword } from "@/lib/auth/password/change-password";
import {
  renewBackupCodes,
  startAuthenticator,
  turnOffAuthenticator,
  turnOnAuthenticator,
} from "@/lib/auth/second-factor/authenticator";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { AuthenticatorDto, BackupCodesDto } from "./account-dto";
import { confirmIdentity } from "./confirm-identity";
import { listIdentityWays } from "./list-identity-ways";
import { renamePerson } from "./rename-person";
import { endOtherSessions, endOwnSession } from "./sessions";

// Each is about the account of whoever asks, and takes nobody's id.

const done = async (work: Promise<void>): Promise<null> => {
  await work;
  return null;
};

export async function listIdentityWaysAction(): Promise<ActionResult<IdentityWaysDto>> {
  return asPersonAction(listIdentityWays);
}

export async function confirmIdentityAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonAction(async (actor) => {
    await confirmIdentity(actor, input);
    return null;
  });
}

export async function renamePersonAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange((actor) => done(renamePerson(actor, input)));
}

export async function changePasswordAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange((actor) => done(changePassword(actor, input)));
}

export async function endSessionAction(sessionId: unknown): Promise<ActionResult<null>> {
  return asPersonChange((actor) => done(endOwnSession(actor, sessionId)));
}

export async function endOtherSessionsAction(): Promise<ActionResult<null>> {
  return asPersonChange((actor) => done(endOtherSessions(actor)));
}

export async function startAuthenticatorAction(input: unknown): Promise<ActionResult<AuthenticatorDto>> {
  return asPersonAction((actor) => startAuthenticator(actor, input));
}

export async function turnOnAuthenticatorAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange((actor) => done(turnOnAuthenticator(actor, input)));
}

export async function renewBackupCodesAction(): Promise<ActionResult<BackupCodesDto>> {
  return asPersonChange(renewBackupCodes);
}

export async function turnOffAuthenticatorAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange((actor) => done(turnOffAuthenticator(actor, input)));
}
