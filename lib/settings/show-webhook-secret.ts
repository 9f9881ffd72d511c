import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import type { WebhookSecretDto } from "./settings-dto";
import { recordSecretShown } from "./settings-repository";
import { webhookSecret } from "./webhook-secret";

/** *Show signing secret*: what a receiver checks signatures with. That it was shown is written down. */
export async function showWebhookSecret(actor: Actor): Promise<WebhookSecretDto> {
  authorize(actor, "settings:edit");
  requireRecentSignIn(actor);
  return { secret: webhookSecret(actor.workspaceId, await recordSecretShown(actor)) };
}
