import "server-only";
import type { Principal } from "./actor";
import type { Operation } from "./permissions";
import { isStillSignedIn } from "./still-signed-in-repository";
import { stillHolds } from "./tokens/still-holds";

/** Whether whoever began something may go on with it: for what lasts long after its request was let in. */
export async function stillMay(actor: Principal, operation: Operation, dataSourceId?: string): Promise<boolean> {
  return actor.kind === "token" ? stillHolds(actor, operation, dataSourceId) : isStillSignedIn(actor, operation);
}
