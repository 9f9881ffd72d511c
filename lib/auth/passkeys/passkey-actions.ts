"use server";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { asPersonAction, asPersonChange, asPublicAction } from "@/lib/auth/doors/as-action";
import { returnPath } from "@/lib/auth/doors/return-path";
import { peerOf } from "@/lib/auth/peer-of";
import type { ActionResult } from "@/lib/platform/result-dto";
import { beginPasskeyConfirmation, confirmWithPasskey } from "./confirm-with-passkey";
import { removePasskey, renamePasskey } from "./passkeys";
import { addPasskey, beginPasskey } from "./register-passkey";
import { beginPasskeySignIn, signInWithPasskey } from "./sign-in-with-passkey";

export async function beginPasskeySignInAction(): Promise<ActionResult<PublicKeyCredentialRequestOptionsJSON>> {
  return asPublicAction((headers) => beginPasskeySignIn(peerOf(headers)));
}

/** Signs in and goes back to where one was going. */
export async function signInWithPasskeyAction(input: unknown, next: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (headers) => {
    await signInWithPasskey(input, headers);
    redirect(returnPath(typeof next === "string" ? next : undefined));
  });
}

export async function beginPasskeyConfirmationAction(): Promise<ActionResult<PublicKeyCredentialRequestOptionsJSON>> {
  return asPersonAction(beginPasskeyConfirmation);
}

export async function confirmWithPasskeyAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonAction(async (actor) => {
    await confirmWithPasskey(actor, input);
    return null;
  });
}

export async function beginPasskeyAction(): Promise<ActionResult<PublicKeyCredentialCreationOptionsJSON>> {
  return asPersonAction(beginPasskey);
}

export async function addPasskeyAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange(async (actor) => {
    await addPasskey(actor, input, (await headers()).get("user-agent"));
    return null;
  });
}

export async function renamePasskeyAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange(async (actor) => {
    await renamePasskey(actor, input);
    return null;
  });
}

export async function removePasskeyAction(input: unknown): Promise<ActionResult<null>> {
  return asPersonChange(async (actor) => {
    await removePasskey(actor, input);
    return null;
  });
}
