import "server-only";
import { fillLookKeysOf } from "@/lib/platform/fill-look-keys-repository";
import { Prisma } from "@/prisma/generated/client";

/** Makes the look key of credentials that have none. A deleted one has none. */
export function fillCredentialLookKeys(signal: AbortSignal): Promise<void> {
  return fillLookKeysOf(Prisma.sql`"Credential"`, Prisma.sql`"deletedAt" IS NULL`, signal);
}
