import { type CheckRun, checkRuns, isStrip } from "@/components/credentials/checks/describe-checks";
import type { SignInConnector } from "@/lib/connectors/connector";
import { shownValues } from "@/lib/connectors/plain-values";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { attentionReason } from "./attention";

/**
 * What a row or a tile shows of a credential, and no more: a page carries it once as markup and once as this. What is
 * absent is empty.
 */
export type CredentialView = Pick<
  CredentialTileDto,
  "id" | "name" | "ownerName" | "status" | "verifiedAt" | "unreadable" | "rotation"
> & {
  description?: string;
  /** The values that are no secret, as people read them. */
  shown?: { label: string; text: string }[];
  checks?: CheckRun[];
  usedBy?: number;
  /** Why it needs attention, for `WithTimes` to show. */
  reason?: string;
};

export function toView(connector: SignInConnector | undefined, credential: CredentialTileDto): CredentialView {
  const { id, name, ownerName, status, description, verifiedAt, unreadable, rotation, usedBy } = credential;
  const shown = shownValues(connector, credential.plainValues);
  const checks = checkRuns(credential.recentChecks ?? []);
  return {
    ...{ id, name, ownerName, status },
    ...(description === "" ? {} : { description }),
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
    ...(unreadable === undefined ? {} : { unreadable }),
    ...(rotation === undefined ? {} : { rotation }),
    ...(shown.length === 0 ? {} : { shown }),
    ...(isStrip(checks) ? { checks } : {}),
    ...(usedBy === 0 ? {} : { usedBy }),
    ...(status === "FAILED" ? { reason: attentionReason(connector, credential) } : {}),
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

export function toRow(connector: SignInConnector | undefined, credential: CredentialTileDto): CredentialRow {
  const { id, name, ownerName, status, rotation, shown = [], usedBy, reason } = toView(connector, credential);
  const { connectorId, checkedAt } = credential;
  return {
    ...{ id, connectorId, name, status },
    about: [ownerName, ...shown.map(({ text }) => text)].join(" · "),
    ...(rotation === undefined ? {} : { rotation }),
    ...(checkedAt === undefined ? {} : { checkedAt }),
    ...(usedBy === undefined ? {} : { usedBy }),
    ...(reason === undefined ? {} : { reason }),
  };
}
