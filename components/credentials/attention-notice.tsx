import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import type { Connector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { attentionReason, ReplaceLink } from "./attention";

type AttentionNoticeProps = {
  connector: Connector | undefined;
  credential: Pick<CredentialDto, "id" | "name" | "verifiedAt" | "failedAt">;
  mayReplace: boolean;
  /** What it means in this place. */
  children?: ReactNode;
};

/** Says of a credential that it needs attention, why, and leads to what helps. */
export function AttentionNotice({ connector, credential, mayReplace, children }: AttentionNoticeProps) {
  return (
    <Notice title={`${credential.name} needs attention.`} tone="bad">
      <p>{attentionReason(connector, credential)}</p>
      {children}
      {mayReplace ? <ReplaceLink credential={credential} /> : <p>Ask an admin of the workspace to replace it.</p>}
    </Notice>
  );
}
