import type { CheckRun } from "@/components/credentials/checks/describe-checks";
import type { CredentialValues, SignInConnector } from "@/lib/connectors/connector";
import { shownValues } from "@/lib/connectors/plain-values";
import type { CredentialDto, CredentialTileDto } from "@/lib/credentials/credential-dto";

/**
 * What a row or a tile shows of a credential, and no more: a page carries it once as markup and once as this. What is
 * absent is empty.
 */
export type CredentialView = Pick<
  CredentialTileDto,
  "id" | "name" | "ownerName" | "status" | "verifiedAt" | "unreadable" | "rotation"
> & {
  description?: string;
  /** The values that are no secret, as people read them, and whose all of them are. */
  shown?: { label: string; text: string }[];
  checks?: CheckRun[];
  usedBy?: number;
  /** Why it needs attention, for `WithTimes` to show. */
  reason?: string;
};

/** One whose values are to be replaced where it is chosen, and what the form begins with. */
export type Replacing = {
  credential: Pick<CredentialDto, "id" | "name" | "revision" | "whose">;
  plainValues: CredentialValues;
};

/** What a credential shows that was just saved: it needs no attention yet, and has too few checks to draw. */
export function savedView(connector: SignInConnector | undefined, credential: CredentialTileDto): CredentialView {
  const { id, name, ownerName, status, description, verifiedAt, unreadable, rotation, usedBy } = credential;
  const shown = shownValues(connector, credential.plainValues);
  return {
    ...{ id, name, ownerName, status },
    ...(description === "" ? {} : { description }),
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(rotation === undefined ? {} : { rotation }),
    ...(shown.length === 0 ? {} : { shown }),
    ...(usedBy === 0 ? {} : { usedBy }),
  };
}

/** What a row of the list shows. It has no room for a description, and says of its checks only when the last one was. */
export type CredentialRow = Pick<CredentialView, "id" | "name" | "status" | "rotation"> & {
  connectorId: string;
  /** Its owner and its values that are no secret, in one line. */
  about: string;
  checkedAt?: string;
  usedBy?: number;
  reason?: string;
};
