"use server";

import { revalidatePath } from "next/cache";
import { asAction } from "@/lib/auth/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { markNoticesRead } from "./mark-notices-read";
import type { DeliveryDto } from "./notice-dto";
import { sendTestNotice } from "./send-test-notice";

export async function markNoticesReadAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asAction(from, async (actor) => {
    await markNoticesRead(actor, input);
    revalidatePath("/", "layout");
    return null;
  });
}

export async function sendTestNoticeAction(from: unknown): Promise<ActionResult<DeliveryDto[]>> {
  return asAction(from, async (actor) => {
    const deliveries = await sendTestNotice(actor);
    revalidatePath("/", "layout");
    return deliveries;
  });
}
