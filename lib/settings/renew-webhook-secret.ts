import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { WebhookSecretDto } from "./settings-dto";
import { raiseSecretVersion } from "./settings-repository";
import { webhookSecret } from "./webhook-secret";

/** *New signing secret*: from now on requests are signed with another one, and with that one only. */
export async function renewWebhookSecret(actor: Actor): Promise<WebhookSecretDto> {
  authorize(actor, "settings:edit");
  requireRecentSignIn(actor);
  return { secret: webhookSecret(actor.workspaceId, await raiseSecretVersion(actor)) };
}
