import "server-only";
import { insertOwner, installationExists } from "@/lib/auth/auth-repository";
import { ownerForm } from "@/lib/auth/auth-schema";
import { acceptPassword } from "@/lib/auth/password/accept-password";
import { inPlace } from "@/lib/auth/password/hashing-line";
import { hashPassword } from "@/lib/auth/password/password-hash";
import { Refusal } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { parseInput } from "@/lib/platform/to-error-dto";
import { isSetupToken } from "./setup-token";

const alreadySetUp = () => new Refusal("ALREADY_SET_UP", "This installation already has its owner. Sign in instead.");

/** Makes the first owner and their workspace, once, for whoever holds the set-up token. */
export async function createOwner(
  input: unknown,
  peer: string | undefined,
): Promise<{ email: string; userId: string; hash: string }> {
  if (await installationExists()) throw alreadySetUp();
  const { token, name, email, password } = parseInput(ownerForm, input);
  if (!isSetupToken(token)) {
    log.warn({ peer }, "a wrong set-up token was tried");
    throw new Refusal("INVALID_INPUT", "Check the marked fields.", {
      fields: { token: "This isn't this installation's token. The server printed the link when it started." },
    });
  }
  await acceptPassword(password, [name, email]);
  const hash = await inPlace(peer, (place) => hashPassword(place, password));
  const userId = await insertOwner({ name, email, passwordHash: hash, peer });
  if (userId === undefined) throw alreadySetUp();
  log.info("the first owner was made; sign-up is closed now");
  return { email, userId, hash };
}
