"use client";

import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { Connector } from "@/lib/connectors/connector";
import type { CredentialDetailsDto, VersionDto } from "@/lib/credentials/credential-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { CheckProgress } from "./check-progress";
import { CheckRegion } from "./check-region";
import { RefusedCheck } from "./refused-check";
import { useStoppablePost } from "./use-stoppable-post";
import { VerificationPanel } from "./verification-panel";

function State({ version }: { version: VersionDto }) {
  const { isActive, keptUntil, destroyedAt } = version;
  if (isActive) return <span className="font-medium text-ok">In use</span>;
  if (destroyedAt) {
    return (
      <span>
        Values destroyed <RelativeTime iso={destroyedAt} />
      </span>
    );
  }
  return keptUntil ? (
    <span>
      Kept, values destroyed <RelativeTime iso={keptUntil} />
    </span>
  ) : null;
}

type Said =
  | { done: string }
  | { verification: VerificationResult }
  | { error: ErrorDto }
  | { stopped: true }
  | undefined;
/** Why it was not saved; with the answer, where that was the provider's. */
type NotSaved = ErrorDto & { verification?: VerificationResult };
type VersionsSectionProps = { connector: Connector; credential: CredentialDetailsDto; versions: VersionDto[] };

/** The values that the credential has and had, who stored them and when, and the way back to older ones. */
export function VersionsSection({ connector, credential, versions }: VersionsSectionProps) {
  const titleId = useId();
  const router = useRouter();
  const { busy, tries, post, stop } = useStoppablePost();
  const [asking, setAsking] = useState<number>();
  const [said, setSaid] = useState<Said>();
  const [last, setLast] = useState(0);

  const rollBack = async (number: number) => {
    setAsking(undefined);
    setSaid(undefined);
    setLast(number);
    const { id, revision } = credential;
    const path = `/api/v1/credentials/${encodeURIComponent(id)}/rollback`;
    const result = await post(path, { revision, number });
    if (result === "stopped") setSaid({ stopped: true });
    else if (result === "done") {
      setSaid({ done: `Version ${number} was verified and is in use again.` });
      router.refresh();
    } else if (result) {
      const { verification }: NotSaved = result.error;
      setSaid(verification ? { verification } : result);
    }
  };

  return (
    <section aria-labelledby={titleId} className="grid gap-3 rounded-tile border bg-surface p-5">
      <div className="grid gap-1">
        <h2 className="text-tile font-semibold" id={titleId}>
          Versions
        </h2>
        <p className="text-meta text-muted">Rolling back asks {connector.name} about the older values first.</p>
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
      <CheckRegion className="empty:absolute">
        {busy ? <CheckProgress key={tries} name={connector.name} onStop={stop} /> : null}
        {said && "stopped" in said ? <p className="text-muted">The check was stopped. Nothing has changed.</p> : null}
        {said && "done" in said ? <Notice title={said.done} tone="ok" /> : null}
        {said && "verification" in said ? (
          <VerificationPanel
            connector={connector}
            key={said.verification.diagnostic.checkId}
            onRetry={() => rollBack(last)}
            result={said.verification}
          >
            <p className="w-full">Nothing was changed: the values in use stay as they are.</p>
          </VerificationPanel>
        ) : null}
        {said && "error" in said ? <RefusedCheck error={said.error} onRetry={() => rollBack(last)} /> : null}
      </CheckRegion>
      {asking === undefined ? null : (
        <ConfirmDialog
          busy={busy}
          confirm="Roll back"
          onClose={() => setAsking(undefined)}
          onConfirm={() => rollBack(asking)}
          title={`Roll back to version ${asking}?`}
        >
          <p>
            {connector.name} is asked about these values first, and nothing changes unless it accepts them. The values
            in use now are kept as version {credential.version}.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
