import "server-only";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { auth } from "@/lib/auth/auth";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { findAuthenticatorSecret, findBackupCodes } from "./authenticator-repository";

// As the auth library keeps them, which looks at them in the second step of signing in.

export async function sealForAuthenticator(data: string): Promise<string> {
  const { secretConfig: key } = await (await auth()).$context;
  return symmetricEncrypt({ key, data });
}

type Opened = {
  /** As it is stored. */
  stored: string;
  /** Undefined where it was stored under another secret of the installation: no code could ever be right. */
  secret: string | undefined;
};

/** The secret of someone's authenticator app, set up or begun. Undefined where there is none. */
export async function openAuthenticator(userId: string): Promise<Opened | undefined> {
  const { secretConfig: key } = await (await auth()).$context;
  const stored = await findAuthenticatorSecret(userId);
  if (stored === undefined) return undefined;
  try {
    return { stored, secret: await symmetricDecrypt({ key, data: stored }) };
  } catch {
    log.warn({ userId }, "an authenticator app was set up under another secret of this installation");
    return { stored, secret: undefined };
  }
}

/** How many backup codes someone has left. Undefined where nobody can tell. */
export async function countBackupCodes(userId: string): Promise<number | undefined> {
  const { secretConfig: key } = await (await auth()).$context;
  const data = await findBackupCodes(userId);
  if (data === undefined) return undefined;
  try {
    const codes: unknown = JSON.parse(await symmetricDecrypt({ key, data }));
    return Array.isArray(codes) ? codes.length : undefined;
  } catch {
    // Under another secret of the installation.
    return undefined;
  }
}

/** Refuses where no code of someone's app could be right, and only the operator can help. */
export async function assertAuthenticatorOpens(userId: string): Promise<void> {
  const app = await openAuthenticator(userId);
  if (!app || app.secret !== undefined) return;
  throw new Refusal(
    "FORBIDDEN",
    "Your password is right, but this server can no longer check your authenticator app: its secret was changed. Ask its operator for a link that removes the app.",
  );
}
