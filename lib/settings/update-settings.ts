import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { getSettings } from "./get-settings";
import type { SettingsDto } from "./settings-dto";
import { updateSettingsRow } from "./settings-repository";
import { type SettingsChange, settingsChange } from "./settings-schema";
import { webhookAddressProblem } from "./webhook-address";

/** What the change names and what is not so already. */
function changedFields({ revision: _, ...change }: SettingsChange, before: SettingsDto): Partial<SettingsDto> {
  const entries = Object.entries(change) as [keyof typeof change, unknown][];
  return Object.fromEntries(entries.filter(([field, value]) => value !== undefined && value !== before[field]));
}

/** Changes what the input names. Refused where someone else changed the settings since the form was opened. */
export async function updateSettings(actor: Actor, input: unknown): Promise<SettingsDto> {
  authorize(actor, "settings:edit");
  requireRecentSignIn(actor);
  const change = parseInput(settingsChange, input);
  const problem = change.webhookUrl ? webhookAddressProblem(change.webhookUrl) : undefined;
  if (problem) throw new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { webhookUrl: problem } });
  const before = await getSettings(actor);
  const changed = changedFields(change, before);
  if (Object.keys(changed).length === 0) return before;
  const result = await updateSettingsRow(actor, change.revision, changed);
  if (result === "changed-meanwhile") {
    throw new Refusal(
      "CHANGED_MEANWHILE",
      "Someone changed these settings while you were editing. Reload the page to see theirs, then save again.",
    );
  }
  return getSettings(actor);
}
