import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorizeForInstallation } from "@/lib/auth/authorize-for-installation";
import { Refusal } from "@/lib/platform/errors";
import { toSealingKey } from "@/lib/platform/key-ring";
import { getKeys } from "./get-keys";
import { recordKeyAudit } from "./key-repository";
import type { KeyRotationDto } from "./keys-dto";
import { beginRotation, toKeyRotationDto } from "./rotation-repository";
import { writeRing } from "./write-ring";

/** Puts one key first. */
async function activate(id: string): Promise<void> {
  await writeRing(async (keys) => {
    const ids = await Promise.all(keys.map(async (text) => (await toSealingKey(text, "the key ring")).id));
    const chosen = keys[ids.indexOf(id)];
    return chosen === undefined ? keys : [chosen, ...keys.filter((text) => text !== chosen)];
  });
}

/**
 * *Rotate*: the newest key that waits becomes the active one, and everything that another key seals is to be sealed
 * with it. Without one that waits the active key is the goal. The work is done by `runRotation`, wherever it runs;
 * asking again joins the run that is going on. Refuses while nobody confirmed a backup of that key.
 */
export async function startRotation(actor: Actor): Promise<KeyRotationDto> {
  await authorizeForInstallation(actor, "keys:rotate");
  requireRecentSignIn(actor);
  const { keys } = await getKeys(actor);
  const goal = keys.findLast(({ state }) => state === "standby") ?? keys.find(({ state }) => state === "active");
  const nothingNew = goal?.state === "active" && keys.every(({ id, versions }) => id === goal.id || versions === 0);
  // With a backup it is a run that has nothing to do, which harms nobody.
  if (!goal || (nothingNew && goal.backupConfirmedAt === undefined))
    throw new Refusal("IN_USE", "There's no new key to rotate to. Create one first, then back it up.");
  if (goal.backupConfirmedAt === undefined) {
    throw new Refusal(
      "IN_USE",
      `Back up key ${goal.id} and confirm it first. Without that key its values can't be decrypted.`,
    );
  }
  if (goal.state === "standby") await activate(goal.id);
  const row = await beginRotation(goal.id, actor.userId, (tx) =>
    recordKeyAudit(tx, actor, "key.rotation-started", goal.id),
  );
  return toKeyRotationDto(row);
}
