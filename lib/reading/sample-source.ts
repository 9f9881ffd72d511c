import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/errors";
import { lookThrough } from "./look-through";
import { requireAskable } from "./open-source";
import type { PreviewDto } from "./preview-dto";
import { maskPersonal, parseRecord, type RecordValue } from "./record-values-dto";
import { stopCode } from "./stop-words";

/** At most so many records are shown to an assistant. */
export const SAMPLE_RECORDS = 20;

export type Sample = {
  name: string;
  /** Without what is about people. */
  records: RecordValue[];
  /** How many there are in all, where the provider counts. */
  total: number | undefined;
  hasMore: boolean;
  /** How often a value of the credential stood in them, and was replaced. */
  hidden: number;
};

function refusalOf({
  reason,
  headline,
  detail,
  nextStep,
  retryAfterSeconds,
}: PreviewDto & { kind: "failed" }): Refusal {
  const sentence = [headline, detail, nextStep].filter(Boolean).join(" ");
  return new Refusal(stopCode(reason), sentence, retryAfterSeconds === undefined ? {} : { retryAfterSeconds });
}

/**
 * The first records of a data source, as a preview shows them before anyone asks for what is about people. It counts as
 * a preview: for what a person may look at in a minute, for the credential's budget, and in the trail.
 * @param count at most so many, up to `SAMPLE_RECORDS`
 * @param signal stops it
 */
export async function sampleSource(actor: Principal, id: unknown, count: number, signal: AbortSignal): Promise<Sample> {
  const { source, connector, endpoint } = await requireAskable(actor, id, "mcp:use");
  const { parameters, credentialId, credentialName } = source;
  const credential = { id: credentialId, name: credentialName };
  const looked = await lookThrough(actor, "mcp:use", { connector, endpoint, parameters, credential }, signal);
  if (looked.kind === "failed") throw refusalOf(looked);
  const { records, total, hasMore, hidden } = looked;
  const shown = records.slice(0, Math.min(count, SAMPLE_RECORDS));
  const { personalFields } = endpoint.reading;
  return {
    name: source.name,
    records: shown.map((record) => maskPersonal(parseRecord(record), personalFields)),
    total,
    hasMore: hasMore || shown.length < records.length,
    hidden,
  };
}
