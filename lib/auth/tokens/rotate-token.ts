import "server-only";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import type { TokenShownOnceDto } from "./token-dto";
import { newTokenValue } from "./token-form";
import { rotateTokenRow } from "./token-repository";
import { tokenRotation } from "./token-schema";

const HOUR_MS = 3_600_000;

/**
 * Gives a token of one's own another value. The value before goes on for some hours, so that the programs that use it
 * can change one after the other. Nobody else can: whoever sees the new value can use it.
 */
export async function rotateToken(actor: Member, input: unknown): Promise<TokenShownOnceDto> {
  authorize(actor, "token:create");
  requireRecentSignIn(actor);
  const { tokenId, overlapHours } = parseInput(tokenRotation, input);
  const value = newTokenValue();
  const token = await rotateTokenRow(actor, tokenId, { value, overlapMs: overlapHours * HOUR_MS });
  if (!token) throw notFound("token");
  return { ...token, value: value.value };
}
