"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { aboutStoredValues } from "@/components/credentials/checks/about-stored-values";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { useCheck } from "@/components/credentials/checks/use-check";
import { primaryUnless } from "@/components/credentials/checks/way-on";
import { MoveTarget, type Target, type Targets } from "@/components/credentials/page/move-target";
import { Button } from "@/components/ui/button";
import { CancelButton, Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { useAction } from "@/components/ui/use-action";
import type { SignInConnector } from "@/lib/connectors/connector";
import { listCredentialChoicesAction } from "@/lib/credentials/list/credential-choice-actions";
import { getTypeAction } from "@/lib/credentials/list/type-actions";
import { moveDataSourcesAction } from "@/lib/data-sources/move-actions";
import type { ActionResult } from "@/lib/platform/result-dto";
import { changeSeveral, readObstacles } from "./change-several";
import { type ChangedSource, ChangedSources } from "./changed-sources";
import { changedWords } from "./changed-words";

export type ChangeCredentialProps = {
  /** Of one type. */
  sources: readonly ChangedSource[];
  connectorId: string;
  onClose: () => void;
  /** Those that need not be selected any more. */
  onDone: (sourceIds: readonly string[]) => void;
  /** Where all of them use it: what was done, in a sentence. */
  onChanged: (text: string) => void;
};

async function findTargets(from: string, connectorId: string, q?: string): Promise<ActionResult<Targets>> {
  const result = await listCredentialChoicesAction(from, { connectorId, ...(q ? { q } : {}) });
  if (!result.ok) return result;
  return { ok: true, data: { targets: result.data.choices, hasMoreTargets: result.data.hasMore } };
}

/** *Change credential*: one for all of the selected sources, whichever each of them uses now. */
export function ChangeCredential({ sources, connectorId, onClose, onDone, onChanged }: ChangeCredentialProps) {
  const [before] = useState(sources);
  // What each of them uses by now, and why which of them could not be changed.
  const [uses, setUses] = useState<ReadonlyMap<string, Target>>(new Map());
  const [obstacles, setObstacles] = useState<ReadonlyMap<string, string>>(new Map());
  const [connector, setConnector] = useState<SignInConnector>();
  const [first, setFirst] = useState<Targets>();
  const [target, setTarget] = useState<Target>();
  const [changing, setChanging] = useState(false);
  const [isOver, setOver] = useState(false);
  const check = useCheck();
  const { failure, run } = useAction();
  useEffect(() => {
    const load = async () => {
      const type = await run((from) => getTypeAction(from, { connectorId }));
      const choices = type?.ok ? await run((from) => findTargets(from, connectorId)) : undefined;
      if (!type?.ok || !choices?.ok) return;
      setConnector(type.data);
      setFirst(choices.data);
    };
    void load();
  }, [connectorId, run]);
  const find = useCallback((from: string, q: string) => findTargets(from, connectorId, q), [connectorId]);

  const hasLeft = useRef(false);
  useEffect(() => {
    hasLeft.current = false;
    return () => {
      hasLeft.current = true;
    };
  }, []);

  // As the list behind it shows them, which someone else may have changed.
  const shown = new Map(sources.map(({ id, credential }) => [id, credential]));
  const named = before.map((source) => {
    const { id, credential } = source;
    return { ...source, credential: uses.get(id) ?? shown.get(id) ?? credential };
  });
  const waiting = named.filter(({ id, credential }) => !obstacles.has(id) && credential.id !== target?.id);
  const change = async () => {
    if (!target || waiting.length === 0 || changing) return;
    const { id: targetId, name } = target;
    const changed = new Map(uses);
    const unchanged = new Map(obstacles);
    setChanging(true);
    const isWhole = await changeSeveral(waiting, {
      move: async (credentialId, sourceIds) => {
        let stood: ReadonlyMap<string, string> = new Map();
        // Whoever closed it wants no more of it. What is not done stays selected.
        if (hasLeft.current) return stood;
        const moved = await check.store(aboutStored(targetId, { purpose: "move" }), (from, receipt) =>
          moveDataSourcesAction(from, { credentialId, targetId, sourceIds, receipt }).then((result) => {
            stood = readObstacles(result, sourceIds);
            return result;
          }),
        );
        return moved ? "moved" : stood;
      },
      onMoved: (ids) => {
        for (const id of ids) changed.set(id, target);
        setUses(new Map(changed));
        onDone(ids);
      },
      onObstacles: (found) => {
        for (const [id, reason] of found) unchanged.set(id, reason);
        setObstacles(new Map(unchanged));
      },
    });
    setChanging(false);
    if (!isWhole) return;
    check.forget();
    const done = before.filter(({ id }) => !unchanged.has(id));
    onDone(done.map(({ id }) => id));
    if (unchanged.size > 0) return setOver(true);
    onChanged(changedWords({ changed: changed.size, already: before.length - changed.size }, name));
  };

  return (
    <Dialog dirty={false} onClose={onClose} title="Change credential">
      <div aria-busy={!first} className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto px-6 py-5">
        {connector && first ? (
          <>
            <CheckPanel
              check={{ ...check, outcome: aboutStoredValues(check.outcome, { connector, mayReplace: true }) }}
              connector={connector}
              inDialog
              onRetry={change}
              unchanged={uses.size > 0 ? "The others weren't changed." : "Nothing was changed."}
            />
            {isOver ? null : (
              <MoveTarget
                connector={connector}
                find={find}
                first={first}
                label="New credential"
                onChoose={(chosen) => {
                  setTarget(chosen);
                  check.forget();
                }}
                target={target}
              />
            )}
            <ChangedSources isOver={isOver} obstacles={obstacles} sources={named} target={target} uses={uses} />
          </>
        ) : (
          <p className="text-muted">{failure ? null : "Loading …"}</p>
        )}
        <Failure error={failure} />
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        {isOver ? (
          <Button autoFocus onClick={onClose} variant="primary">
            Close
          </Button>
        ) : (
          <>
            <CancelButton className="mr-auto" variant="quiet" />
            <Button
              busy={changing}
              disabled={!target || waiting.length === 0}
              onClick={change}
              variant={primaryUnless(check.outcome)}
            >
              {target && waiting.length > 0 ? `Change ${waiting.length}` : "Change"}
            </Button>
          </>
        )}
      </footer>
    </Dialog>
  );
}
