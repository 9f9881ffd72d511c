"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import type { TrailVerdictDto } from "./audit-dto";
import { verifyTrail } from "./verify-trail";

export async function verifyTrailAction(from: unknown): Promise<ActionResult<TrailVerdictDto>> {
  return asAction(from, async (actor) => {
    const verdict = await verifyTrail(actor);
    revalidatePath("/audit");
    return verdict;
  });
}
