"use client";

import type { ReactNode } from "react";
import { ConfirmWith } from "@/components/ui/confirm-context";

/** Fetched when it is needed: no page carries it. */
const confirm = async () => (await import("./confirm-identity")).confirmIdentity();

/** Lets every action inside ask *Confirm it is you*. */
export function ConfirmsIdentity({ children }: { children: ReactNode }) {
  return <ConfirmWith value={confirm}>{children}</ConfirmWith>;
}
