"use client";

import { useCallback, useEffect, useState } from "react";
import { aboutStoredValues } from "@/components/credentials/checks/about-stored-values";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { type CheckOutcome, useCheck } from "@/components/credentials/checks/use-check";
import { primaryUnless } from "@/components/credentials/checks/way-on";
import { Button } from "@/components/ui/button";
import { CancelButton, Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/ui/use-action";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import type { MovePreviewDto } from "@/lib/data-sources/data-source-dto";
import { moveDataSourcesAction, previewMoveAction } from "@/lib/data-sources/move-actions";
import { MoveTarget, type Target } from "./move-target";
import { MovedSources } from "./moved-sources";
import { movedWords } from "./moved-words";

type MoveSourcesProps = {
  connector: AnyConnector;
  credential: CredentialDetailsDto;
  onClose: () => void;
  /** With what was done, in a sentence, and what they use now. */
  onMoved: (text: string, target: { id: string }) => void;
};

const isOvertaken = (outcome: CheckOutcome | undefined) =>
  outcome !== undefined && "error" in outcome && outcome.error.code === "CHANGED_MEANWHILE";

/** Which of them someone else has moved. What was deleted has no name to say. */
function movedByOthers(outcome: CheckOutcome) {
  const names = "error" in outcome ? (outcome.error.blockers ?? []) : [];
  if (names.length === 0) return null;
  return (
    <ul className="list-disc pl-4">
      {names.map(({ id, name }) => (
        <li className="wrap-anywhere" dir="auto" key={id}>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** *Move sources to another credential*: which of them, to which one, and the change itself. */
export function MoveSources({ connector, credential, onClose, onMoved }: MoveSourcesProps) {
  const { id: credentialId, name } = credential;
  const [preview, setPreview] = useState<MovePreviewDto>();
  const [target, setTarget] = useState<Target>();
  // All of them unless someone says otherwise: what is left out is what is kept here.
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const check = useCheck();
  const { show, forget, outcome } = check;
  const { run } = useAction();
  const load = useCallback(async () => {
    const result = await run((from) => previewMoveAction(from, credentialId, {}));
    if (result?.ok) setPreview(result.data);
    else if (result) show({ error: result.error });
  }, [credentialId, run, show]);
  useEffect(() => void load(), [load]);
  const find = useCallback((from: string, q: string) => previewMoveAction(from, credentialId, { q }), [credentialId]);
  // What someone else moved or deleted is not in the list any more; why nothing was moved stays above it.
  const isOver = isOvertaken(outcome);
  useEffect(() => {
    if (isOver) void load();
  }, [isOver, load]);

  const sources = preview?.sources ?? [];
  const moving = sources.filter(({ id }) => !left.has(id));
  const move = async () => {
    if (!target || moving.length === 0) return;
    const sourceIds = moving.map(({ id }) => id);
    const moved = await check.store(aboutStored(target.id, { purpose: "move" }), (from, receipt) =>
      moveDataSourcesAction(from, { credentialId, targetId: target.id, sourceIds, receipt }),
    );
    if (moved) onMoved(movedWords(moved, { from: name, to: target.name }), target);
  };

  return (
    <Dialog
      dirty={false}
      onClose={onClose}
      subtitle={
        <p className="text-muted" dir="auto">
          {name}
        </p>
      }
      title="Move sources"
    >
      <div aria-busy={!preview} className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-6 py-5">
        <CheckPanel
          check={{ ...check, outcome: aboutStoredValues(outcome, { connector, mayReplace: true }) }}
          connector={connector}
          inDialog
          more={movedByOthers}
          onRetry={move}
          unchanged="Nothing was moved."
        />
        {preview ? (
          <>
            <MoveTarget
              connector={connector}
              find={find}
              first={preview}
              label="Move to"
              onChoose={(chosen) => {
                setTarget(chosen);
                forget();
              }}
              target={target}
            />
            <MovedSources
              connector={connector}
              left={left}
              onLeave={(next) => {
                setLeft(next);
                forget();
              }}
              sources={sources}
              toward={target ? { from: name, to: target.name } : undefined}
              usedBy={credential.usedBy}
            />
          </>
        ) : (
          <p className="text-muted">Loading …</p>
        )}
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <CancelButton className="mr-auto" variant="quiet" />
        <Button
          busy={check.busy}
          disabled={!target || moving.length === 0}
          onClick={move}
          variant={primaryUnless(outcome)}
        >
          {moving.length > 0 ? `Move ${moving.length}` : "Move"}
        </Button>
      </footer>
    </Dialog>
  );
}
