"use client";

import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";
import { aboutStoredValues } from "@/components/credentials/checks/about-stored-values";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { type CheckOutcome, useCheck } from "@/components/credentials/checks/use-check";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { ReplaceLink } from "@/components/credentials/list/replace-link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast-context";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDto } from "@/lib/credentials/credential-dto";

type CredentialWarningProps = {
  connector: SignInConnector;
  credential: Pick<CredentialDto, "id" | "name" | "status" | "verifiedAt" | "failedAt" | "unreadable">;
  mayReplace: boolean;
};

/** Of a credential that is not verified, before a data source is created with it: what that means, and *Verify now*. */
export function CredentialWarning({ connector, credential, mayReplace }: CredentialWarningProps) {
  const { id, name, status } = credential;
  const router = useRouter();
  const pathname = usePathname();
  const { show, land } = useToast();
  const check = useCheck();
  const { busy, outcome } = check;
  // It is over before the page without it is here.
  const [isOver, setOver] = useState(false);

  const verify = async () => {
    const verified = await check.store(aboutStored(id, { purpose: "data-source" }), async () => ({
      ok: true,
      data: { saved: true },
    }));
    if (verified?.accepted) {
      setOver(true);
      show({ text: verified.accepted.message });
      // This goes, and its button with it.
      land(pathname);
    }
    router.refresh();
  };
  const isRefused = (reached: CheckOutcome) =>
    "verification" in reached && reached.verification.status === "FAILED" && mayReplace;
  const meaning = (
    <p>
      We'll verify it with {connector.name} when you create the data source. If {connector.name} doesn't accept it, the
      source won't be created.
    </p>
  );
  if (isOver) return null;
  return (
    <div className="grid max-w-form gap-3">
      {busy || outcome ? null : status === "FAILED" ? (
        <AttentionNotice connector={connector} credential={credential} mayReplace={mayReplace}>
          {meaning}
        </AttentionNotice>
      ) : (
        <Notice title={`${name} hasn't been verified.`} tone="warn">
          {meaning}
        </Notice>
      )}
      <CheckPanel
        check={{ ...check, outcome: aboutStoredValues(outcome, { connector, mayReplace }) }}
        connector={connector}
        more={(reached) =>
          isRefused(reached) ? <ReplaceLink className="self-center" credential={credential} /> : null
        }
        onRetry={verify}
        unchanged="Nothing has changed."
      />
      <Button busy={busy} className="w-fit" onClick={verify}>
        Verify now
      </Button>
    </div>
  );
}
