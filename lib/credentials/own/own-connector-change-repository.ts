import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { inTransactionOf } from "@/lib/auth/still-allowed-repository";
import type { Definition } from "@/lib/own-connectors/definition-dto";
import { tripWords } from "@/lib/own-connectors/definition-text";
import {
  deleteOwnConnectorIn,
  lockOwnConnector,
  storeNextVersion,
} from "@/lib/own-connectors/own-connector-write-repository";
import { bindingOfText } from "@/lib/own-connectors/seal-binding";
import { recordAudit } from "@/lib/platform/audit";
import type { Transaction } from "@/lib/platform/database";
import { isUniqueViolation } from "@/lib/platform/database-errors";
import { countOfConnector, resealFor, unverifyAll } from "./own-values-repository";

export type OwnConnectorChange = {
  id: string;
  /** The version that was seen. */
  version: number;
  definition: Definition;
  /** What is stored of it, and what was before. */
  text: string;
  textBefore: string;
  isVerifiable: boolean;
  /** Names of what changed. */
  parts: string[];
  /** Values are proved in another way, or travel in another way: what was found out about them holds no more. */
  isProvedAnew: boolean;
};

/** How many credentials are verified anew, or why nothing changed. */
export type OwnConnectorChanged = { reverified: number } | "changed-meanwhile" | "name-taken";

/**
 * Puts a change into use with all that follows from it, or nothing.
 * @param obstacleIn looks, once the connector is locked, whether something stands in the way
 */
export async function changeRow<Obstacle>(
  actor: Actor,
  change: OwnConnectorChange,
  obstacleIn: (tx: Transaction) => Promise<Obstacle | undefined>,
): Promise<OwnConnectorChanged | Obstacle> {
  const { workspaceId, userId: actorId, peer } = actor;
  const { id, version, definition, text, textBefore, isVerifiable, parts, isProvedAnew } = change;
  try {
    return await inTransactionOf(actor, "connector:define", async (tx) => {
      if ((await lockOwnConnector(tx, workspaceId, id)) !== version) return "changed-meanwhile";
      const obstacle = await obstacleIn(tx);
      if (obstacle !== undefined) return obstacle;
      await storeNextVersion(tx, actor, { id, number: version + 1, definition, text, isVerifiable });
      const [before, after] = [bindingOfText(textBefore), bindingOfText(text)];
      if (before.placements !== after.placements) await resealFor(tx, workspaceId, id, { before, after });
      const reverified = isProvedAnew ? await unverifyAll(tx, workspaceId, id, isVerifiable) : 0;
      const fields = [...parts, ...tripWords(definition), ...(isVerifiable ? [] : ["not verifiable"])];
      const subject = { subjectId: id, subjectName: definition.name, fields };
      await recordAudit(tx, { workspaceId, actorId, action: "connector.changed", ...subject, peer });
      return { reverified };
    });
  } catch (error) {
    if (isUniqueViolation(error)) return "name-taken";
    throw error;
  }
}

/** Deletes one that nothing uses. How many credentials are in the way, or that it is gone. */
export async function deleteRow(actor: Actor, id: string, definition: Definition): Promise<number | "gone"> {
  const { workspaceId, userId: actorId, peer } = actor;
  return inTransactionOf(actor, "connector:define", async (tx) => {
    // Whoever adds a credential holds it: of both one comes first, and is seen by the other.
    if ((await lockOwnConnector(tx, workspaceId, id)) === undefined) return "gone";
    const count = await countOfConnector(tx, workspaceId, id);
    if (count > 0) return count;
    await deleteOwnConnectorIn(tx, workspaceId, id);
    const subject = { subjectId: id, subjectName: definition.name, fields: tripWords(definition) };
    await recordAudit(tx, { workspaceId, actorId, action: "connector.deleted", ...subject, peer });
    return 0;
  });
}
