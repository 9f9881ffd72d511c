"use server";

import { asAction, asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { renewWebhookSecret } from "./renew-webhook-secret";
import type { SettingsDto, WebhookSecretDto } from "./settings-dto";
import { showWebhookSecret } from "./show-webhook-secret";
import { updateSettings } from "./update-settings";

export async function updateSettingsAction(from: unknown, input: unknown): Promise<ActionResult<SettingsDto>> {
  return asChange(from, (actor) => updateSettings(actor, input));
}

export async function showWebhookSecretAction(from: unknown): Promise<ActionResult<WebhookSecretDto>> {
  return asAction(from, showWebhookSecret);
}

export async function renewWebhookSecretAction(from: unknown): Promise<ActionResult<WebhookSecretDto>> {
  return asAction(from, renewWebhookSecret);
}
