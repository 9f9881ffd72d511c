import "server-only";
import { EncryptJWT, jwtDecrypt } from "jose";
import { deriveKey } from "@/lib/auth/derive-key";
import { publicUrl } from "@/lib/auth/public-url";
import { randomId } from "@/lib/platform/random-id";

const LIFETIME_MS = 60 * 60 * 1000;
const key = () => deriveKey("password reset");

export type ResetLink = {
  email: string;
  issuedAt: Date;
  /** The operator asked for it: the second factors go too. */
  dropSecondFactors: boolean;
};

/**
 * A link that sets a new password, once and within an hour. Its token is encrypted under a key of this installation and
 * is stored nowhere: the database has nothing in it that could be stolen, and a command on the server can make one
 * without the database. It works once because setting a password makes every link from before it useless.
 * The token is behind the #, which no browser sends: it is in no log of a server or proxy.
 */
export async function makeResetLink({ email, ...said }: Omit<ResetLink, "issuedAt">): Promise<string> {
  const issuedAt = Date.now();
  const token = await new EncryptJWT({ email, issuedAt, ...said })
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .setAudience("password-reset")
    .setJti(randomId())
    .setExpirationTime(new Date(issuedAt + LIFETIME_MS))
    .encrypt(key());
  const link = new URL("/reset-password", publicUrl());
  link.hash = token;
  return link.href;
}

/** What a token says, or undefined where it is none, is too old, or is of another installation. */
export async function readResetToken(token: string): Promise<ResetLink | undefined> {
  try {
    const { payload } = await jwtDecrypt(token, key(), {
      audience: "password-reset",
      keyManagementAlgorithms: ["dir"],
      contentEncryptionAlgorithms: ["A256GCM"],
      requiredClaims: ["exp", "jti"],
    });
    const { email, issuedAt, dropSecondFactors } = payload;
    if (typeof email !== "string" || typeof issuedAt !== "number" || issuedAt > Date.now() + LIFETIME_MS)
      return undefined;
    return {
      email,
      issuedAt: new Date(issuedAt),
      dropSecondFactors: dropSecondFactors === true,
    };
  } catch {
    return undefined;
  }
}
