import "server-only";
import type { Actor } from "./actor";
import { ownsInstallation } from "./auth-repository";
import { authorize, can, Denied, type Operation } from "./permissions";

/** `can` for what concerns every workspace at once: only who owns the installation, and its own jobs. */
export async function canForInstallation(actor: Actor, operation: Operation): Promise<boolean> {
  return (
    can(actor, operation) &&
    (actor.kind === "job" || (actor.kind === "member" && (await ownsInstallation(actor.userId))))
  );
}

/** `authorize` for the same. Throws `Denied`. */
export async function authorizeForInstallation(actor: Actor, operation: Operation): Promise<void> {
  authorize(actor, operation);
  if (!(await canForInstallation(actor, operation))) throw new Denied(actor, operation);
}
