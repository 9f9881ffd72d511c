import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { isMailConfigured } from "@/lib/platform/send-mail";
import type { SettingsDto } from "./settings-dto";
import { findSettings, listReceivers } from "./settings-repository";

/** What the actor's workspace chose, and what the operator set up for it. */
export async function getSettings(actor: Actor): Promise<SettingsDto> {
  authorize(actor, "settings:read");
  const [{ webhookSecretVersion: _, ...chosen }, receivers] = await Promise.all([
    findSettings(actor.workspaceId),
    listReceivers(actor.workspaceId),
  ]);
  return { ...chosen, mailConfigured: isMailConfigured(), receivers };
}
