import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { DAY_MS } from "@/lib/platform/day-ms";
import { INVITATION_DAYS } from "./member-dto";
import { invitationToken } from "./member-schema";

/** 256 bits that cannot be guessed; stored are their hash only, and until when it can be used. */
export function newInvitationToken(): { token: string; tokenHash: string; expiresAt: Date } {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + INVITATION_DAYS * DAY_MS);
  return { token, tokenHash: hashInvitationToken(token), expiresAt };
}

export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The hash of what a link carried; undefined for what was never a token. */
export function readInvitationToken(input: unknown): string | undefined {
  const parsed = invitationToken.safeParse(input);
  return parsed.success ? hashInvitationToken(parsed.data.token) : undefined;
}
