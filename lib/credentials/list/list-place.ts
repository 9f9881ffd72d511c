import type { VerificationStatus } from "@/lib/checks/verification-dto";
import type { CredentialSort } from "@/lib/credentials/credential-dto";
import { readCursor, writeCursor } from "@/lib/platform/list-cursor";

/** Where in an order a page begins. */
export type CredentialPlace = { key: string; id: string; status?: VerificationStatus };

/** As the database writes it, without a zone. */
export const momentOf = (at: Date) => at.toISOString().slice(0, -1);

const BY_STATUS = /^(VERIFIED|UNVERIFIED|FAILED) (.+)$/;

/** Undefined where it is no cursor of this order. */
export function readPlace(sort: CredentialSort, cursor: string): CredentialPlace | undefined {
  if (sort === "name") return readCursor(cursor, "name");
  if (sort !== "attention") return readCursor(cursor, "moment");
  const place = readCursor(cursor, "name");
  const [, status, moment] = (place && BY_STATUS.exec(place.key)) ?? [];
  if (!place || !status || !moment) return undefined;
  const at = readCursor(writeCursor({ key: moment, id: place.id }), "moment");
  return at && { ...at, status: status as VerificationStatus };
}

type Placed = { id: string; createdAt: Date; nameKey: string; status: VerificationStatus };

export function writePlace(sort: CredentialSort, { id, createdAt, nameKey, status }: Placed): string {
  const moment = momentOf(createdAt);
  if (sort === "name") return writeCursor({ key: nameKey, id });
  return writeCursor({ key: sort === "attention" ? `${status} ${moment}` : moment, id });
}
