"use server";

import { redirect } from "next/navigation";
import type { SignInStep } from "@/lib/auth/auth-dto";
import { asPublicAction } from "@/lib/auth/doors/as-action";
import { HOME, returnPath } from "@/lib/auth/doors/return-path";
import { requestPasswordReset } from "@/lib/auth/password/request-password-reset";
import { resetPassword } from "@/lib/auth/password/reset-password";
import { peerOf } from "@/lib/auth/peer-of";
import { verifySecondFactor } from "@/lib/auth/second-factor/verify-second-factor";
import type { ActionResult } from "@/lib/platform/result-dto";
import { createOwner } from "./create-owner";
import { requestBrowserLink } from "./request-browser-link";
import { signIn } from "./sign-in";
import { startSession } from "./start-session";

const pathOf = (next: unknown) => returnPath(typeof next === "string" ? next : undefined);

/** Makes the first owner, signs them in and goes to the data sources. */
export async function createOwnerAction(input: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (requestHeaders) => {
    const { userId, hash } = await createOwner(input, peerOf(requestHeaders));
    await startSession({ userId, shown: { way: "password", hash } }, requestHeaders);
    redirect(HOME);
  });
}

/** Signs in and goes back to where one was going, or says which step comes next. */
export async function signInAction(input: unknown, next: unknown): Promise<ActionResult<SignInStep>> {
  return asPublicAction(async (requestHeaders) => {
    const step = await signIn(input, requestHeaders);
    if (step === "second-factor") return step;
    redirect(pathOf(next));
  });
}

/** The step after the password, where the account has a second factor. */
export async function verifySecondFactorAction(input: unknown, next: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (requestHeaders) => {
    await verifySecondFactor(input, requestHeaders);
    redirect(pathOf(next));
  });
}

export async function requestBrowserLinkAction(input: unknown): Promise<ActionResult<null>> {
  return asPublicAction(async (requestHeaders) => {
    await requestBrowserLink(input, peerOf(requestHeaders));
    return null;
  });
}

export async function requestPasswordResetAction(input: unknown): Promise<ActionResult<null>> {
  return asPublicAction(async (requestHeaders) => {
    await requestPasswordReset(input, peerOf(requestHeaders));
    return null;
  });
}

export async function resetPasswordAction(input: unknown): Promise<ActionResult<null>> {
  return asPublicAction(async (requestHeaders) => {
    await resetPassword(input, peerOf(requestHeaders));
    return null;
  });
}
