import "server-only";
import { type Principal, personIdOf } from "@/lib/auth/actor";
import { baseUrlOf } from "@/lib/checks/base-url";
import type { Connector, Endpoint, ParameterValues } from "@/lib/connectors/connector";
import { readRequest } from "@/lib/connectors/read-request";
import { Refusal } from "@/lib/platform/errors";
import { spend } from "@/lib/platform/rate-limit";
import { describeRequest } from "./describe-request";
import { lookAtRecords } from "./look-at-records";
import { type LookOperation, openValues } from "./open-source";
import { PREVIEW_RECORDS, type PreviewDto } from "./preview-dto";
import { recordPreview } from "./preview-repository";
import { stopWords } from "./stop-words";

const LIMIT = { name: "previews-of-member", points: 20, seconds: 60 };

async function requireRoom(actor: Principal): Promise<void> {
  const seconds = await spend(LIMIT, personIdOf(actor));
  if (seconds === undefined) return;
  throw new Refusal(
    "TOO_MANY_REQUESTS",
    `You've previewed ${LIMIT.points} times in a minute. Try again in ${seconds} seconds.`,
    {
      retryAfterSeconds: seconds,
    },
  );
}

type Asked = {
  connector: Connector;
  endpoint: Endpoint;
  parameters: ParameterValues;
  credential: { id: string; name: string };
};

/**
 * Asks for the first records of an endpoint, within what a person may look at and the credential's budget, and writes
 * down that someone looked. Whoever calls it has found out that the actor may.
 * @param operation what they may
 * @param signal stops it
 */
export async function lookThrough(
  actor: Principal,
  operation: LookOperation,
  { connector, endpoint, parameters, credential }: Asked,
  signal: AbortSignal,
): Promise<PreviewDto> {
  await requireRoom(actor);
  const values = await openValues(actor.workspaceId, connector, credential.id);
  await recordPreview(actor, operation, credential);
  const started = performance.now();
  const looked = await lookAtRecords({ connector, endpoint, parameters, values }, signal);
  const curl = describeRequest(
    connector,
    baseUrlOf(connector, values.current),
    looked.request ?? readRequest(endpoint, parameters),
  );
  const about = { durationMs: Math.round(performance.now() - started), curl };
  if ("reason" in looked) {
    const { reason, retryAfterMs } = looked;
    const retry = retryAfterMs === undefined ? {} : { retryAfterSeconds: Math.ceil(retryAfterMs / 1000) };
    return { ...about, kind: "failed", reason, ...stopWords(reason, connector), ...retry };
  }
  const { records, total, hidden, hasMore } = looked;
  const shown = records.slice(0, PREVIEW_RECORDS);
  return {
    ...about,
    kind: "page",
    records: shown,
    ...(total === undefined ? {} : { total }),
    hasMore: hasMore || records.length > shown.length,
    hidden,
  };
}
