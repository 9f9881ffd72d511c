"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionResult } from "@/lib/platform/result-dto";
import { asPublicAction } from "./as-action";
import { createOwner } from "./create-owner";
import { requireWorkspace } from "./require-workspace";
import { HOME, returnPath } from "./return-path";
import { signIn } from "./sign-in";
import { signOut } from "./sign-out";

/** Makes the first owner, signs them in and goes to the data sources. */
export async function createOwnerAction(input: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (requestHeaders) => {
    const owner = await createOwner(input, requestHeaders.get("x-latchkey-peer") ?? undefined);
    await signIn(owner, requestHeaders);
    redirect(HOME);
  });
}

/** Signs in and goes back to where one was going. */
export async function signInAction(input: unknown, next: unknown): Promise<ActionResult<never>> {
  return asPublicAction(async (requestHeaders) => {
    const { userId } = await signIn(input, requestHeaders);
    await requireWorkspace(userId);
    redirect(returnPath(typeof next === "string" ? next : undefined));
  });
}

/** Ends the session at the server and in the browser. */
export async function signOutAction(): Promise<void> {
  await signOut(await headers());
  for (const { name } of (await cookies()).getAll()) {
    if (name.startsWith("__Host-latchkey"))
      (await cookies()).set(name, "", { maxAge: 0, path: "/", secure: true, httpOnly: true });
  }
  redirect("/sign-in");
}
