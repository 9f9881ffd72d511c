"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { requireSecondFactor } from "./second-factor-rule";

export async function requireSecondFactorAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await requireSecondFactor(actor, input);
    return null;
  });
}
