"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { renewWebhookSecret } from "./renew-webhook-secret";
import type { SettingsDto, WebhookSecretDto } from "./settings-dto";
import { showWebhookSecret } from "./show-webhook-secret";
import { updateSettings } from "./update-settings";

export async function updateSettingsAction(from: unknown, input: unknown): Promise<ActionResult<SettingsDto>> {
  return asAction(from, async (actor) => {
    const settings = await updateSettings(actor, input);
    revalidatePath("/settings");
    return settings;
  });
}

export async function showWebhookSecretAction(from: unknown): Promise<ActionResult<WebhookSecretDto>> {
  return asAction(from, showWebhookSecret);
}

export async function renewWebhookSecretAction(from: unknown): Promise<ActionResult<WebhookSecretDto>> {
  return asAction(from, renewWebhookSecret);
}
