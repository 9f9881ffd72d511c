import "server-only";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import {
  type CredentialRow,
  credentialColumns,
  credentialRelations,
  toCredentialDto,
} from "@/lib/credentials/credential-row-repository";
import { prisma } from "@/lib/platform/database";
import { prepared } from "@/lib/platform/prepared";
import { Prisma } from "@/prisma/generated/client";
import type { Fingerprints } from "./fingerprint-values";

export type FoundDuplicate = { kind: "same-values" | "same-identity"; credential: CredentialDto; count: number };

/**
 * A stored credential with these very values, or else one of the same identity with others; of several, the one that
 * most sources use. The credential of the form itself, sent a second time, is none.
 */
export async function findDuplicate(
  workspaceId: string,
  { fingerprint, identityFingerprint }: Fingerprints,
  formId: string,
): Promise<FoundDuplicate | undefined> {
  const rows = await prepared<CredentialRow & { fingerprint: string | null }>(Prisma.sql`
    SELECT c."fingerprint", ${credentialColumns} FROM "Credential" c ${credentialRelations}
    WHERE c."workspaceId" = ${workspaceId} AND c."deletedAt" IS NULL AND c."formId" <> ${formId}
      AND (c."fingerprint" = ${fingerprint} OR c."identityFingerprint" = ${identityFingerprint})
    ORDER BY c."sourceCount" DESC, c."createdAt" LIMIT 100`);
  const exact = rows.filter((row) => row.fingerprint === fingerprint);
  const found = exact.length > 0 ? exact : rows;
  const [first] = found;
  if (!first) return undefined;
  const kind = exact.length > 0 ? "same-values" : "same-identity";
  return { kind, credential: toCredentialDto(first), count: found.length };
}

const NAMED = 5;

export type PairReach = {
  /** The first few of the other credentials with the very same values, and how many there are. */
  credentials: { id: string; name: string }[];
  credentialCount: number;
  /** Data sources that use any of them, those of the credential itself included. */
  sourceCount: number;
};

/** Who else in the workspace depends on the values of a credential. */
export async function findPairReach(workspaceId: string, credentialId: string): Promise<PairReach> {
  const client = await prisma();
  const own = await client.credential.findFirst({
    where: { id: credentialId, workspaceId, deletedAt: null },
    select: { fingerprint: true },
  });
  const same = own?.fingerprint ? { fingerprint: own.fingerprint } : { id: credentialId };
  const others = { workspaceId, deletedAt: null, ...same, NOT: { id: credentialId } };
  const [credentials, credentialCount, { _sum }] = await Promise.all([
    client.credential.findMany({
      where: others,
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: NAMED,
    }),
    client.credential.count({ where: others }),
    client.credential.aggregate({ where: { workspaceId, deletedAt: null, ...same }, _sum: { sourceCount: true } }),
  ]);
  return { credentials, credentialCount, sourceCount: _sum.sourceCount ?? 0 };
}
