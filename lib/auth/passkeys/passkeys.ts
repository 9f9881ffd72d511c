import "server-only";
import type { PasskeyDto } from "@/lib/auth/account/account-dto";
import { requireRecentSignIn } from "@/lib/auth/account/recent-sign-in";
import type { Person } from "@/lib/auth/actor";
import { requireOwnSecondStep, secondStepMeanwhile } from "@/lib/auth/second-factor/require-own-second-step";
import { notFound } from "@/lib/platform/errors";
import { recordId } from "@/lib/platform/reference-schema";
import { parseInput } from "@/lib/platform/to-error-dto";
import { deletePasskey, listPasskeyRows, renamePasskeyRow } from "./passkey-repository";
import { renamePasskeyForm } from "./passkey-schema";

/** One's own passkeys, the oldest first. No key is part of it. */
export async function listOwnPasskeys({ userId }: Person): Promise<PasskeyDto[]> {
  return (await listPasskeyRows(userId)).map(({ id, name, synced, createdAt, usedAt }) => ({
    id,
    name,
    synced,
    addedAt: createdAt.toISOString(),
    usedAt: usedAt?.toISOString(),
  }));
}

/** What its owner calls one. */
export async function renamePasskey(actor: Person, input: unknown): Promise<void> {
  const { passkeyId, name } = parseInput(renamePasskeyForm, input);
  if (!(await renamePasskeyRow(actor, passkeyId, name))) throw notFound("passkey");
}

/** Takes one away from the account; the device may still offer it, but it opens nothing any more. */
export async function removePasskey(actor: Person, input: unknown): Promise<void> {
  requireRecentSignIn(actor);
  await requireOwnSecondStep(actor);
  const result = await deletePasskey(actor, parseInput(recordId, input));
  if (result === "without-own") throw secondStepMeanwhile();
  if (result === "none") throw notFound("passkey");
}
