import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { keyProvider, plainKeyProvider } from "@/lib/platform/key-provider";
import { forgetKeyRing, toKeyRing } from "@/lib/platform/key-ring";

/** Has the configured KMS wrap the keys that are in a file. Returns where both are: the file may be taken away then. */
export async function wrapKeys(actor: Actor): Promise<{ from: string; to: string }> {
  authorize(actor, "keys:rotate");
  const plain = plainKeyProvider();
  const kms = keyProvider();
  if (kms.kind !== "aws-kms" || !kms.create)
    throw new Refusal("IN_USE", "Set AWS_KMS_KEY_ID first, and no wrapped key.");
  const keys = await plain.read();
  if (!keys) throw new Refusal("NOT_FOUND", `There are no keys in ${plain.source}.`);
  await toKeyRing(keys, plain.source);
  await kms.create(keys);
  forgetKeyRing();
  return { from: plain.source, to: kms.source };
}
