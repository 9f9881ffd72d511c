"use client";

import type { ReactNode } from "react";
import { type Confirm, ConfirmWith } from "@/components/ui/confirm-context";

/** Fetched when it is needed: no page carries it. */
const confirm: Confirm = async (code) => {
  const { confirmIdentity, signInAgain } = await import("./confirm-identity");
  return code === "NOT_SIGNED_IN" ? signInAgain() : confirmIdentity();
};

/** Lets every action inside ask *Confirm it's you*, or have someone sign in again whose session ended. */
export function ConfirmsIdentity({ children }: { children: ReactNode }) {
  return <ConfirmWith value={confirm}>{children}</ConfirmWith>;
}
