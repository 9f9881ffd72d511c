import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { awsKmsKeyProvider } from "@/lib/platform/aws-kms-key-provider";
import { env } from "@/lib/platform/env";
import { Refusal } from "@/lib/platform/errors";
import { plainKeyProvider } from "@/lib/platform/key-provider";
import { forgetKeyRing, toKeyRing } from "@/lib/platform/key-ring";

/** Has the configured KMS wrap the keys in clear. Returns where both are: those in clear may be taken away then. */
export async function wrapKeys(actor: Actor): Promise<{ from: string; to: string }> {
  authorize(actor, "keys:rotate");
  const plain = plainKeyProvider();
  const { AWS_KMS_KEY_ID } = env();
  // Not the provider in use: the keys in clear are set beside it, which is refused anywhere else.
  const kms = AWS_KMS_KEY_ID === undefined ? undefined : awsKmsKeyProvider(AWS_KMS_KEY_ID, () => true);
  if (!kms?.create) throw new Refusal("IN_USE", "Set AWS_KMS_KEY_ID first, and no wrapped key.");
  const keys = await plain.read();
  if (!keys) throw new Refusal("NOT_FOUND", `There are no keys in ${plain.source}.`);
  await toKeyRing(keys, plain.source);
  await kms.create(keys).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new Refusal("IN_USE", `${kms.source} is there already, and holds wrapped keys. Nothing was written.`);
  });
  forgetKeyRing();
  return { from: plain.source, to: kms.source };
}
