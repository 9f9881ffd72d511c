import "server-only";
import type { Connector } from "@/lib/connectors/connector";
import type { Transaction } from "@/lib/platform/database";
import { stillVersion } from "./own-connector-repository";

/**
 * Whether a connector is still the one in use, and stays it until the transaction ends: whoever changes one of a
 * workspace's own waits. Before any lock of a credential, as there.
 */
export async function holdsVersion(
  tx: Transaction,
  workspaceId: string,
  { id, own }: Pick<Connector, "id" | "own">,
): Promise<boolean> {
  return own === undefined || (await tx.$queryRaw<unknown[]>(stillVersion(workspaceId, id, own.version))).length > 0;
}
