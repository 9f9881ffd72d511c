"use client";

import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { listIdentityWaysAction } from "@/lib/auth/account/account-actions";
import { IdentityDialog } from "./identity-dialog";
import { SignedOutDialog } from "./signed-out-dialog";

/** Shows a dialog over whatever is open. It hangs on no page, so that every page keeps what was typed. */
async function askOver(dialog: (onDone: (answer: boolean) => void) => ReactNode): Promise<boolean> {
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  return new Promise<boolean>((resolve) => {
    root.render(dialog(resolve));
  }).finally(() => {
    root.unmount();
    host.remove();
  });
}

/** Asks who is there, and says whether they showed it. Rejects where the server cannot be asked. */
export async function confirmIdentity(): Promise<boolean> {
  const ways = await listIdentityWaysAction();
  return ways.ok ? askOver((onDone) => <IdentityDialog onDone={onDone} ways={ways.data} />) : false;
}

/** Has someone sign in again whose session ended, and says whether they did. */
export function signInAgain(): Promise<boolean> {
  return askOver((onDone) => <SignedOutDialog onDone={onDone} />);
}
