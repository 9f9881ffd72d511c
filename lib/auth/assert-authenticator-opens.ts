import "server-only";
import { symmetricDecrypt } from "better-auth/crypto";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { auth } from "./auth";

/**
 * Refuses where the secret of someone's authenticator app was stored under another secret of the installation: no code
 * could ever be right, and only the operator can help.
 */
export async function assertAuthenticatorOpens(userId: string): Promise<void> {
  const { adapter, secretConfig: key } = await (await auth()).$context;
  const where = [{ field: "userId", value: userId }];
  const stored = await adapter.findOne<{ secret: string }>({ model: "twoFactor", where });
  if (!stored) return;
  try {
    await symmetricDecrypt({ key, data: stored.secret });
  } catch {
    log.warn({ userId }, "an authenticator app was set up under another secret of this installation");
    throw new Refusal(
      "FORBIDDEN",
      "Your password is right, but this server cannot check your authenticator app any more: its secret was changed. Ask its operator for a link that takes the app away.",
    );
  }
}
