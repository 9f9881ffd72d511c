import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { invitationToken } from "./member-schema";

/** 256 bits that cannot be guessed; stored is their hash only. */
export function newInvitationToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashInvitationToken(token) };
}

export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The hash of what a link carried; undefined for what was never a token. */
export function readInvitationToken(input: unknown): string | undefined {
  const parsed = invitationToken.safeParse(input);
  return parsed.success ? hashInvitationToken(parsed.data.token) : undefined;
}
