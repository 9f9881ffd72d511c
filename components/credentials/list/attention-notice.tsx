import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { WithTimes } from "@/components/ui/with-times";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";
import { attention } from "./attention";
import { ReplaceLink } from "./replace-link";

type AttentionNoticeProps = {
  connector: SignInConnector | undefined;
  credential: Pick<CredentialDto, "id" | "name" | "verifiedAt" | "failedAt" | "unreadable">;
  mayReplace: boolean;
  /** What it means in this place. */
  children?: ReactNode;
};

/** Why a credential needs attention, what that means here, and the way to what helps. */
export function AttentionNotice({ connector, credential, mayReplace, children }: AttentionNoticeProps) {
  const { sentence, cause } = attention(connector, credential);
  return (
    <Notice title={<WithTimes text={sentence} />} tone="bad">
      <p>
        {cause}{" "}
        {mayReplace ? null : (
          <>
            Ask a{" "}
            <PageLink className="underline underline-offset-4" href="/members">
              workspace admin
            </PageLink>{" "}
            to replace it.
          </>
        )}
      </p>
      {children}
      {mayReplace ? <ReplaceLink credential={credential} /> : null}
    </Notice>
  );
}
