import { checkRuns, isStrip } from "@/components/credentials/checks/describe-checks";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { attentionReason } from "./attention";
import { type CredentialRow, type CredentialView, savedView } from "./credential-view";

// For the server: what a browser is to draw, and none of what it is made from.

export function toView(connector: SignInConnector | undefined, credential: CredentialTileDto): CredentialView {
  const checks = checkRuns(credential.recentChecks ?? []);
  const saved = savedView(connector, credential);
  const { whose } = credential;
  // A provider's own words are set apart. What was just saved has them a moment later, from here.
  const shown = whose ? [...(saved.shown ?? []), { label: "Belongs to", text: `“${whose.text}”` }] : undefined;
  return {
    ...saved,
    ...(shown ? { shown } : {}),
    ...(isStrip(checks) ? { checks } : {}),
    ...(credential.status === "FAILED" ? { reason: attentionReason(connector, credential) } : {}),
  };
}

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
