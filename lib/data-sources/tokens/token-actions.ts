"use server";

import { asChange } from "@/lib/auth/doors/as-action";
import { revokeToken } from "@/lib/auth/tokens/revoke-token";
import { rotateToken } from "@/lib/auth/tokens/rotate-token";
import type { TokenShownOnceDto } from "@/lib/auth/tokens/token-dto";
import type { ActionResult } from "@/lib/platform/result-dto";
import { createToken } from "./create-token";

export async function createTokenAction(from: unknown, input: unknown): Promise<ActionResult<TokenShownOnceDto>> {
  return asChange(from, (actor) => createToken(actor, input));
}

export async function rotateTokenAction(from: unknown, input: unknown): Promise<ActionResult<TokenShownOnceDto>> {
  return asChange(from, (actor) => rotateToken(actor, input));
}

export async function revokeTokenAction(from: unknown, input: unknown): Promise<ActionResult<null>> {
  return asChange(from, async (actor) => {
    await revokeToken(actor, input);
    return null;
  });
}
