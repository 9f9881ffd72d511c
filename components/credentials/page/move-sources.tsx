"use client";

import { type FormEvent, useCallback, useEffect, useState } from "react";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { useCheck } from "@/components/credentials/checks/use-check";
import { primaryUnless } from "@/components/credentials/checks/way-on";
import { CredentialOptions } from "@/components/credentials/list/credential-options";
import { Button } from "@/components/ui/button";
import { CancelButton, Dialog } from "@/components/ui/dialog";
import { describedBy, Field, inputClass, STAR } from "@/components/ui/field";
import { SearchField } from "@/components/ui/search-field";
import { useAction } from "@/components/ui/use-action";
import type { Connector } from "@/lib/connectors/connector";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import type { MovePreviewDto } from "@/lib/data-sources/data-source-dto";
import { moveDataSourcesAction, previewMoveAction } from "@/lib/data-sources/move-actions";
import { counted } from "@/lib/platform/counted-dto";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";

const sources = (count: number) => counted(count, "data source");

type MoveSourcesProps = {
  connector: Connector;
  credential: CredentialDetailsDto;
  onClose: () => void;
  /** With what was done, in a sentence, and what they use now. */
  onMoved: (text: string, target: { id: string }) => void;
};

/** *Move sources to another credential*: which one, what would change, and the change itself. */
export function MoveSources({ connector, credential, onClose, onMoved }: MoveSourcesProps) {
  const { id: credentialId, name } = credential;
  const [preview, setPreview] = useState<MovePreviewDto>();
  const [targetId, setTargetId] = useState("");
  const check = useCheck();
  const { show, forget } = check;
  const { busy, run } = useAction();
  const [text, setText] = useState("");
  const [isSearched, setSearched] = useState(false);
  const load = useCallback(
    async (q: string) => {
      const result = await run((from) => previewMoveAction(from, credentialId, { q }));
      if (result?.ok) setPreview(result.data);
      else if (result) show({ error: result.error });
    },
    [credentialId, run, show],
  );
  useEffect(() => void load(""), [load]);
  const search = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    forget();
    setTargetId("");
    setSearched(true);
    await load(text.trim());
  };

  const target = preview?.targets.find(({ id }) => id === targetId);
  const count = preview?.sources.length ?? 0;
  const move = async () => {
    if (!preview || !target) return;
    const sourceIds = preview.sources.map(({ id }) => id);
    const moved = await check.store(aboutStored(targetId, { purpose: "move" }), (from, receipt) =>
      moveDataSourcesAction(from, { credentialId, targetId, sourceIds, receipt }),
    );
    if (moved)
      onMoved(`${counted(moved.count, "data source now uses", "data sources now use")} “${target.name}”.`, target);
  };
  const endpoint = (id: string) => connector.endpoints.find((known) => known.id === id)?.name ?? id;

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
        <CheckPanel check={check} connector={connector} inDialog onRetry={move} unchanged="Nothing was moved." />
        {preview?.hasMoreTargets || isSearched ? (
          <form className="flex gap-2" onSubmit={search}>
            <SearchField
              label="Search credentials"
              maxLength={SEARCH_MAX}
              onChange={(event) => setText(event.target.value)}
              value={text}
            />
            <Button busy={busy} type="submit">
              Search
            </Button>
          </form>
        ) : null}
        {preview?.targets.length === 0 && isSearched ? <p role="status">No other credentials match.</p> : null}
        {preview?.targets.length === 0 && !isSearched ? (
          <p>No other {connector.name} credentials yet. Add one first, then move the sources.</p>
        ) : null}
        {preview?.targets.length === 0 ? null : (
          <Field
            aside={STAR}
            help={`We'll verify it with ${connector.name} before moving anything.${preview?.hasMoreTargets ? " There are more. Search for the one you need." : ""}`}
            id="target"
            label="Move to"
            required
          >
            <select
              {...describedBy("target", undefined)}
              className={inputClass}
              data-autofocus
              onChange={(event) => {
                setTargetId(event.target.value);
                forget();
              }}
              value={targetId}
            >
              <option value="">{preview ? "Choose a credential" : "Loading …"}</option>
              <CredentialOptions choices={preview?.targets ?? []} />
            </select>
          </Field>
        )}
        {preview ? (
          <section aria-label="What changes" className="grid gap-2">
            <p className="font-medium">
              {target ? (
                <>
                  {sources(count)}: <bdi>{name}</bdi> → <bdi>{target.name}</bdi>
                </>
              ) : (
                `${sources(count)} would move`
              )}
            </p>
            <ul className="divide-y divide-hairline rounded-control border">
              {preview.sources.map(({ id, name: label, endpointId }) => (
                <li className="flex flex-wrap justify-between gap-x-4 px-3 py-2" key={id}>
                  <span className="wrap-anywhere" dir="auto">
                    {label}
                  </span>
                  <span className="text-meta text-muted">{endpoint(endpointId)}</span>
                </li>
              ))}
            </ul>
            {credential.usedBy > count ? <p className="text-muted">You can move the others afterwards.</p> : null}
          </section>
        ) : null}
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <CancelButton className="mr-auto" variant="quiet" />
        <Button
          busy={check.busy}
          disabled={!target || count === 0}
          onClick={move}
          variant={primaryUnless(check.outcome)}
        >
          Move
        </Button>
      </footer>
    </Dialog>
  );
}
