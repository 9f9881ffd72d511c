import "server-only";
import { Refusal } from "@/lib/platform/errors";
import { isInAnyWorkspace } from "./auth-repository";

/** After a right password: says why someone who was removed everywhere does not get any further. */
export async function requireWorkspace(userId: string): Promise<void> {
  if (await isInAnyWorkspace(userId)) return;
  throw new Refusal(
    "FORBIDDEN",
    "This account is in no workspace any more. Ask an owner or an admin of a workspace to invite you.",
  );
}
