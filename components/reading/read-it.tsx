"use client";

import { useState } from "react";
import { CopyCode } from "@/components/ui/copy-code";
import { PageLink } from "@/components/ui/page-link";
import { Segments } from "@/components/ui/segments";
import type { Snippet } from "@/lib/reading/snippets-dto";

type ReadItProps = { sourceId: string; snippets: readonly Snippet[]; mayCreateToken: boolean };

/** *Read it*: how a pipeline reads this source, for the tool that it is written with. */
export function ReadIt({ sourceId, snippets, mayCreateToken }: ReadItProps) {
  const [id, setId] = useState<Snippet["id"]>("curl");
  const shown = snippets.find((snippet) => snippet.id === id);
  return (
    <section
      aria-label="Read it"
      className="grid min-w-0 grid-cols-1 content-start gap-3 rounded-tile border bg-surface p-4 sm:p-5"
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-tile font-semibold">Read it</h2>
        {mayCreateToken ? (
          <PageLink className="action-link" href={`/settings/tokens?source=${encodeURIComponent(sourceId)}`}>
            Create a token for this source
          </PageLink>
        ) : null}
      </div>
      <p className="text-muted">
        Your pipeline reads through Latchkey with a token in <code className="font-mono">LATCHKEY_TOKEN</code>, and
        never holds the provider's secret.
      </p>
      <Segments label="Tool" onChoose={setId} options={snippets} value={id} />
      {shown ? (
        <>
          <CopyCode label={`the ${shown.label} snippet`} text={shown.text} />
          <p className="text-meta text-muted">{shown.note}</p>
        </>
      ) : null}
    </section>
  );
}
