"use client";

import { countDown, useCountdown } from "@/components/checks/use-countdown";
import { TryAgain } from "@/components/credentials/checks/try-again";
import { Button } from "@/components/ui/button";
import { CopyCode } from "@/components/ui/copy-code";
import { Failure } from "@/components/ui/failure";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { FormConnector, FormEndpoint, ParameterValues } from "@/lib/connectors/connector";
import { counted, countedInFigures } from "@/lib/platform/counted-dto";
import { PREVIEW_RECORDS, type PreviewDto } from "@/lib/reading/preview-dto";
import { PreviewedRecords } from "./previewed-records";
import { usePreview } from "./use-preview";

const figures = new Intl.NumberFormat("en");
const inSeconds = (ms: number) => `${Math.max(0.1, ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;

/** No button waits longer for a provider than this, in seconds. */
const LONGEST_WAIT = 30;

/** How many there are, of how many, and how long that took. */
function pageSentence({ records, total, hasMore, durationMs }: PreviewDto & { kind: "page" }): string {
  const took = inSeconds(durationMs);
  if (records.length === 0) return `No records match, in ${took}.`;
  if (total !== undefined)
    return `${figures.format(records.length)} of ${countedInFigures(total, "record")}, in ${took}.`;
  return `${hasMore ? "The first" : "All"} ${counted(records.length, "record")}, in ${took}.`;
}

function Failed({ failed, onRetry }: { failed: PreviewDto & { kind: "failed" }; onRetry: () => void }) {
  const { headline, detail, nextStep, retryAfterSeconds = 0 } = failed;
  const wait = Math.min(retryAfterSeconds, LONGEST_WAIT);
  const left = useCountdown(wait);
  return (
    <Notice title={headline} tone="bad">
      <p>{detail}</p>
      {nextStep ? <p>{countDown(nextStep, wait, left)}</p> : null}
      <div className="mt-1 flex">
        <TryAgain left={left} onRetry={onRetry} variant="secondary" />
      </div>
    </Notice>
  );
}

type PreviewPanelProps = {
  connector: Pick<FormConnector, "id" | "name">;
  credentialId: string;
  endpoint: FormEndpoint;
  parameters: ParameterValues;
  /** Shows what is wrong with what is typed; whether nothing is. */
  validate?: () => Promise<boolean>;
};

/** *Preview*: the first records that this would read. Nothing of them is kept. */
export function PreviewPanel({ connector, credentialId, endpoint, parameters, validate }: PreviewPanelProps) {
  const { busy, outcome, isOutdated, look, stop } = usePreview(
    {
      ...{ connectorId: connector.id, credentialId, endpointId: endpoint.id, parameters },
    },
    endpoint.fields,
  );
  const start = async () => {
    if (!busy && (await (validate?.() ?? true))) await look();
  };
  const { preview, documented = [] } = outcome && "preview" in outcome ? outcome : {};
  return (
    <section aria-label="Preview" className="grid min-w-0 grid-cols-1 gap-3 rounded-tile border bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-tile font-semibold">Preview</h2>
        {busy ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <Button onClick={start}>{preview ? "Preview again" : "Preview"}</Button>
        )}
      </div>
      <div aria-busy={busy} aria-live="polite" className="grid grid-cols-1 gap-2">
        {busy ? (
          <p className="flex items-center gap-2.5 text-muted">
            <Icon className="turning size-4" name="spinner" />
            Asking {connector.name} …
          </p>
        ) : null}
        {!busy && !outcome ? (
          <p className="text-muted">
            The first {PREVIEW_RECORDS} records this reads, straight from {connector.name}. We keep none of them.
          </p>
        ) : null}
        {outcome && "stopped" in outcome ? <p className="text-muted">Preview stopped.</p> : null}
        {outcome && "error" in outcome ? <Failure error={outcome.error} /> : null}
        {preview?.kind === "page" ? <p className="font-medium tabular-nums">{pageSentence(preview)}</p> : null}
        {preview && isOutdated ? (
          <p className="text-meta text-warn">You've changed something since. Preview again to see what it reads now.</p>
        ) : null}
        {preview?.kind === "failed" ? <Failed failed={preview} key={outcome?.about} onRetry={start} /> : null}
      </div>
      {preview?.kind === "page" ? (
        <PreviewedRecords documented={documented} page={preview} personalFields={endpoint.reading.personalFields} />
      ) : null}
      {preview ? (
        <details>
          <summary className="w-fit rounded-control text-meta text-muted underline underline-offset-4">
            The request
          </summary>
          <div className="mt-2">
            <CopyCode label="the request as curl" text={preview.curl} />
          </div>
        </details>
      ) : null}
    </section>
  );
}
