"use server";

import { asAction } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { addKey } from "./add-key";
import { confirmKeyBackup } from "./confirm-key-backup";
import { getKeys } from "./get-keys";
import type { KeysDto } from "./keys-dto";
import { retireKey } from "./retire-key";
import { startRotation } from "./start-rotation";
import { workSoon } from "./work-soon";

export async function getKeysAction(from: unknown): Promise<ActionResult<KeysDto>> {
  return asAction(from, getKeys);
}

export async function addKeyAction(from: unknown): Promise<ActionResult<KeysDto>> {
  return asAction(from, async (actor) => {
    await addKey(actor);
    return getKeys(actor);
  });
}

export async function confirmKeyBackupAction(from: unknown, id: unknown): Promise<ActionResult<KeysDto>> {
  return asAction(from, async (actor) => {
    await confirmKeyBackup(actor, id);
    return getKeys(actor);
  });
}

export async function startRotationAction(from: unknown): Promise<ActionResult<KeysDto>> {
  return asAction(from, async (actor) => {
    await startRotation(actor);
    workSoon();
    return getKeys(actor);
  });
}

export async function retireKeyAction(from: unknown, id: unknown): Promise<ActionResult<KeysDto>> {
  return asAction(from, async (actor) => {
    await retireKey(actor, id);
    return getKeys(actor);
  });
}
