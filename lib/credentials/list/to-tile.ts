import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { CredentialDto, CredentialTileDto } from "@/lib/credentials/credential-dto";

/** What the actor may know of a credential: all of it, or what a tile needs. Named one by one, so that nothing slips in. */
export function toTile(actor: Actor, credential: CredentialDto): CredentialTileDto {
  if (can(actor, "credential:read")) return credential;
  const { id, connectorId, name, description, plainValues, ownerName, status, createdAt, usedBy } = credential;
  const { checkedAt, verifiedAt, failedAt, unreadable, rotation, whose } = credential;
  return {
    ...{ id, connectorId, name, description, plainValues, ownerName, status, createdAt, usedBy },
    ...(checkedAt === undefined ? {} : { checkedAt }),
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    ...(failedAt === undefined ? {} : { failedAt }),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(rotation === undefined ? {} : { rotation }),
    ...(whose === undefined ? {} : { whose }),
  };
}
