import { callFilter } from "./call-filter";
import type { ClariCall } from "./clari-call";
import { makeCallDetails } from "./clari-call-details";
import type { ClariPair } from "./clari-pair";
import { type EchoOption, echoEnvelope } from "./echoes";
import type { generatedCalls } from "./generated-calls";
import { prettyJson } from "./json-tokens";
import { pageAsked, paginationOf } from "./page-of";
import { BadParameter, type QueryReader } from "./query-reader";

export type GeneratedAnswer = { status: number; text: string; records: number };

type Settings = {
  calls: ReturnType<typeof generatedCalls>;
  echo?: EchoOption | undefined;
  pretty?: boolean | undefined;
  pair(): ClariPair;
};

function answerPage({ calls, echo, pair }: Settings, query: QueryReader): GeneratedAnswer {
  if (query.text("sortProcessed") !== undefined)
    throw new BadParameter("The sandbox sorts generated calls by time only");
  const { skip, limit } = pageAsked(query, 25);
  const selected = calls.select(callFilter(query));
  const isDescending = query.choice("sortTime", ["asc", "desc"]) !== "asc";
  const descending = () => {
    const end = Math.max(0, selected.countAll() - skip);
    return selected.page(Math.max(0, end - limit), Math.min(limit, end)).toReversed();
  };
  const page = isDescending ? descending() : selected.page(skip, limit);
  const pagination = query.flag("includePagination", true)
    ? `,"pagination":${JSON.stringify(paginationOf({ skip, limit }, selected.countAll()))}`
    : "";
  const before = echo ? echoEnvelope(pair()) : "";
  const text = `{${before}"calls":[${page.map(calls.write).join(",")}]${pagination}}`;
  return { status: 200, text, records: page.length };
}

function answerDetails({ calls }: Settings, query: QueryReader): GeneratedAnswer {
  const id = query.text("id");
  if (!id) throw new BadParameter("id is required");
  const found = calls.find(id);
  if (!found) return { status: 404, text: '{"errorMessage":"Call not found"}', records: 0 };
  const { time, modified, status, number } = found;
  const call: ClariCall = {
    ...calls.sampleOf(number),
    id,
    status,
    time: new Date(time).toISOString(),
    last_modified_time: new Date(modified).toISOString(),
  };
  return { status: 200, text: JSON.stringify({ call: makeCallDetails(call) }), records: 0 };
}

const ENDPOINTS: Record<string, (settings: Settings, query: QueryReader) => GeneratedAnswer> = {
  "/calls": answerPage,
  "/call-details": answerDetails,
};

/** What generated calls answer. Undefined for what is none of theirs; throws BadParameter. */
export function answerGenerated(settings: Settings, path: string, query: QueryReader): GeneratedAnswer | undefined {
  const answer = ENDPOINTS[path]?.(settings, query);
  return answer && settings.pretty ? { ...answer, text: prettyJson(answer.text) } : answer;
}
