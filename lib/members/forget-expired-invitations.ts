import "server-only";
import { jobOf } from "@/lib/auth/job-of";
import { authorize } from "@/lib/auth/permissions";
import { deleteExpiredInvitations } from "./invitation-repository";

/** Forgets invitations past their end: their links lead nowhere, and they name people who may never have come. */
export async function forgetExpiredInvitations(): Promise<void> {
  authorize(jobOf("housekeeping"), "installation:tidy");
  await deleteExpiredInvitations();
}
