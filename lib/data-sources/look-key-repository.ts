import "server-only";
import { fillLookKeysOf } from "@/lib/platform/fill-look-keys-repository";
import { Prisma } from "@/prisma/generated/client";

/** Makes the look key of data sources that have none. */
export function fillSourceLookKeys(signal: AbortSignal): Promise<void> {
  return fillLookKeysOf(Prisma.sql`"DataSource"`, Prisma.sql`true`, signal);
}
