import type { Job } from "./actor";

/** What the server does by itself, under the names of the audit trail. */
type JobName =
  | "cli"
  | "delivery"
  | "housekeeping"
  | "operator"
  | "reminders"
  | "retention"
  | "reverify"
  | "rotate-keys";

/** @param workspaceId "" where it works in all of them: each audit row and each notice is in its own */
export function jobOf(name: JobName, workspaceId = ""): Job {
  return { kind: "job", userId: `job:${name}`, name, workspaceId, role: "job", peer: undefined };
}
