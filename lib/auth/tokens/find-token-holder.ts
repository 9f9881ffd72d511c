import "server-only";
import type { TokenHolder } from "@/lib/auth/actor";
import { writeWithinLimit } from "@/lib/auth/doors/record-refused";
import { peerOf } from "@/lib/auth/peer-of";
import { isMemberRole, type MemberRole } from "@/lib/auth/role-dto";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { findShownToken, insertTokenRefused, type ShownToken } from "./holder-repository";
import { noteTokenUse } from "./note-token-use";
import { hashTokenValue } from "./token-form";
import { scopesOf } from "./token-scopes-dto";

/** Longer than any header with a token of ours. */
const HEADER_MAX = 100;

/** Alike whether it was never one of ours or is no more: only who has a real one learns that. */
export const tokenUnknown = () =>
  new Refusal("TOKEN_UNKNOWN", "We don't know this token. Create one in Settings, under Tokens.");

/** What a value that was found is refused for. */
const REASONS = {
  revoked: ["TOKEN_REVOKED", "This token was revoked. Create a new one."],
  expired: ["TOKEN_EXPIRED", "This token has expired. Create a new one."],
  replaced: ["TOKEN_REPLACED", "This token was rotated, and this value has ended. Use the newer one."],
} as const;

/** Why a token opens nothing now; undefined where it does. A maker without a place in the workspace has none. */
export function whyOver(token: ShownToken, now: Date): keyof typeof REASONS | undefined {
  if (token.revokedAt !== null || token.role === null || !isMemberRole(token.role)) return "revoked";
  if (token.expiresAt !== null && token.expiresAt <= now) return "expired";
  return token.endsAt !== null && token.endsAt <= now ? "replaced" : undefined;
}

/** The value of `Authorization: Bearer …`. */
function readBearer(headers: Headers): string {
  const header = headers.get("authorization") ?? "";
  if (header.length > HEADER_MAX) throw tokenUnknown();
  const [scheme = "", value = "", ...rest] = header.trim().split(/ +/);
  if (scheme.toLowerCase() !== "bearer")
    throw new Refusal("WRONG_SCHEME", "Send the token as a bearer token: Authorization: Bearer lk_…");
  if (rest.length > 0) throw tokenUnknown();
  return value;
}

function earliest(...moments: (Date | null)[]): Date | undefined {
  return moments.filter((moment) => moment !== null).toSorted((a, b) => a.getTime() - b.getTime())[0];
}

/** Writes down that a token was refused that is known, within what one token may fill the trail with. */
export async function recordRefusedToken(token: ShownToken, peer: string | undefined, result: string): Promise<void> {
  await writeWithinLimit(`token:${token.id}`, [() => insertTokenRefused({ ...token, peer }, result)]);
}

/**
 * Who shows a token in these headers, as the token and its maker are at this very request. One statement, and only for
 * what can be one of ours. Throws a refusal that says why there is nobody.
 */
export async function findTokenHolder(headers: Headers): Promise<TokenHolder> {
  const peer = peerOf(headers);
  const valueHash = hashTokenValue(readBearer(headers));
  const token = valueHash === undefined ? undefined : await findShownToken(valueHash);
  if (valueHash === undefined || token === undefined) {
    log.warn({ peer }, "an unknown token was shown");
    throw tokenUnknown();
  }
  const now = new Date();
  const reason = whyOver(token, now);
  if (reason !== undefined) {
    await recordRefusedToken(token, peer, reason);
    const [code, message] = REASONS[reason];
    throw new Refusal(code, message);
  }
  await noteTokenUse(token, { valueHash, peer, now });
  const { id, workspaceId, workspaceName, name, makerId, makerName, role, sourceIds, expiresAt, endsAt } = token;
  return {
    kind: "token",
    userId: `token:${id}`,
    tokenId: id,
    ...{ name, makerId, makerName, workspaceId, workspaceName, valueHash, peer },
    scopes: scopesOf(token),
    role: role as MemberRole,
    sourceIds: token.everySource ? "every" : sourceIds,
    endsAt: earliest(expiresAt, endsAt),
    attempt: { refused: [] },
  };
}
