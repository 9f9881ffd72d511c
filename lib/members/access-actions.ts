"use server";

import type { AccessRequestDto } from "@/lib/auth/access-dto";
import { asChange } from "@/lib/auth/doors/as-action";
import type { ActionResult } from "@/lib/platform/result-dto";
import { dismissAccessRequest, requestAccess, withdrawAccessRequest } from "./access-requests";

export async function requestAccessAction(from: unknown, input: unknown): Promise<ActionResult<AccessRequestDto>> {
  return asChange(from, (actor) => requestAccess(actor, input));
}

export async function withdrawAccessRequestAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await withdrawAccessRequest(actor, input);
    return null;
  });
}

export async function dismissAccessRequestAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await dismissAccessRequest(actor, input);
    return null;
  });
}
