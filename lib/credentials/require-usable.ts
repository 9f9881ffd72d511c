import "server-only";
import { isHostAllowed } from "@/lib/checks/base-url";
import { hostNotAllowed } from "@/lib/checks/unanswered-words";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { Refusal } from "@/lib/platform/errors";

/** Throws a refusal where nobody should enter values for a connector of the workspace's own yet, or any more. */
export function requireUsable(connector: AnyConnector): void {
  if (!isHostAllowed(connector)) throw new Refusal("FORBIDDEN", hostNotAllowed(connector.own));
  if (!connector.own?.isUnconfirmed) return;
  throw new Refusal(
    "FORBIDDEN",
    `A second owner or admin has to confirm that values may go to ${connector.own.host}. Until then nobody can add a credential for ${connector.name}.`,
  );
}
