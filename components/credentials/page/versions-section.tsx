"use client";

import { useId, useState } from "react";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { type CheckOutcome, useCheck } from "@/components/credentials/checks/use-check";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LocalTime } from "@/components/ui/local-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { useToast } from "@/components/ui/toast-context";
import type { SignInConnector } from "@/lib/connectors/connector";
import { rollbackCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDetailsDto, VersionDto } from "@/lib/credentials/credential-dto";
import { aboutVersion } from "./about-version";

function State({ version }: { version: VersionDto }) {
  const { isActive, keptUntil, destroyedAt } = version;
  if (isActive) return <span className="font-medium text-ok">In use</span>;
  if (destroyedAt) {
    return (
      <span>
        Values erased <RelativeTime iso={destroyedAt} />
      </span>
    );
  }
  return keptUntil ? (
    <span>
      Kept until <LocalTime iso={keptUntil} />
    </span>
  ) : null;
}

const whatStays = (outcome: CheckOutcome) =>
  "verification" in outcome && outcome.verification.outcome !== "refused" ? (
    <p className="w-full">Nothing changed: the values in use stay as they are.</p>
  ) : null;

type VersionsSectionProps = { connector: SignInConnector; credential: CredentialDetailsDto; versions: VersionDto[] };

/** The values that the credential has and had, who stored them and when, and the way back to older ones. */
export function VersionsSection({ connector, credential, versions }: VersionsSectionProps) {
  const titleId = useId();
  const check = useCheck();
  const { show: toast, land } = useToast();
  const [asking, setAsking] = useState<number>();
  const [last, setLast] = useState(0);

  const rollBack = async (number: number) => {
    setAsking(undefined);
    setLast(number);
    const { id: credentialId, revision } = credential;
    const saved = await check.store(aboutStored(credentialId, { purpose: "rollback", number }), (from, receipt) =>
      rollbackCredentialAction(from, { credentialId, revision, number, receipt }),
    );
    if (!saved) return;
    toast({ text: `Version ${number} verified and in use again.` });
    land(`/credentials/${credentialId}`);
  };

  return (
    <section aria-labelledby={titleId} className="grid gap-3 rounded-tile border bg-surface p-5">
      <div className="grid gap-1">
        <h2 className="text-tile font-semibold" id={titleId}>
          Versions
        </h2>
        <p className="text-meta text-muted">We verify older values with {connector.name} before rolling back.</p>
      </div>
      <ul className="divide-y divide-hairline">
        {versions.map((version) => (
          <li
            className="grid min-h-13 gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[6rem_minmax(0,1fr)_minmax(0,1fr)_6.5rem] sm:items-center"
            key={version.number}
          >
            <span className="font-medium tabular-nums">Version {version.number}</span>
            <span className="text-meta text-muted">
              <bdi>{version.createdByName}</bdi>, <RelativeTime iso={version.createdAt} />
            </span>
            <span className="text-meta text-muted">
              <State version={version} />
            </span>
            {version.keptUntil ? (
              <Button
                aria-label={`Roll back to version ${version.number}`}
                className="max-sm:mt-1 max-sm:w-fit"
                onClick={() => setAsking(version.number)}
              >
                Roll back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <CheckPanel
        check={{
          ...check,
          outcome: aboutVersion(check.outcome, { connector, number: last, inUse: credential.version }),
        }}
        connector={connector}
        more={whatStays}
        onRetry={() => rollBack(last)}
        unchanged="Nothing has changed."
      />
      {asking === undefined ? null : (
        <ConfirmDialog
          busy={check.busy}
          confirm="Roll back"
          onClose={() => setAsking(undefined)}
          onConfirm={() => rollBack(asking)}
          title={`Roll back to version ${asking}?`}
        >
          <p>
            We'll verify these values with {connector.name} first, and nothing changes unless it accepts them. The
            current values are kept as version {credential.version}.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
