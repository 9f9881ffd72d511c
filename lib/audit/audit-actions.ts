"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { TrailVerdictDto } from "./audit-dto";
import { verifyTrail } from "./verify-trail";

export async function verifyTrailAction(from: unknown): Promise<ActionResult<TrailVerdictDto>> {
  return asChange(from, (actor) => verifyTrail(actor));
}
