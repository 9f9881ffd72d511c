"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { markNoticesRead } from "./mark-notices-read";
import type { DeliveryDto } from "./notice-dto";
import { sendTestNotice } from "./send-test-notice";

export async function markNoticesReadAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await markNoticesRead(actor, input);
    return null;
  });
}

export async function sendTestNoticeAction(from: unknown): Promise<ActionResult<DeliveryDto[]>> {
  return asChange(from, (actor) => sendTestNotice(actor));
}
