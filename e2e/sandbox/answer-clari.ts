import type { ClariCall } from "./clari-call";
import { makeCallDetails } from "./clari-call-details";
import type { ClariData } from "./clari-data";
import { findCalls } from "./find-calls";
import { pageOf } from "./page-of";
import { BadParameter, type QueryReader, queryReader } from "./query-reader";
import { isWithin } from "./time-span";

export type ClariAnswer = { status: number; json: object };

/** Signed links live for four hours, as Clari's do. They lead nowhere. */
function withMedia<T extends ClariCall>(call: T, query: QueryReader): T {
  const expires = Math.floor(Date.now() / 1000) + 4 * 3600;
  const link = (kind: string) => `https://media.example.com/${call.id}.${kind}?Expires=${expires}&Signature=sandbox`;
  const audio = query.flag("includeAudio", false);
  const video = query.flag("includeVideo", false);
  if (!call.metrics) return call;
  return { ...call, ...(audio && { audio_url: link("mp3") }), ...(video && { video_url: link("mp4") }) };
}

const endpoints: Record<string, (data: ClariData, query: QueryReader) => ClariAnswer> = {
  "/users": ({ users }) => ({ status: 200, json: { users } }),
  "/calls": (data, query) => {
    const { page, pagination } = pageOf(findCalls(data.calls, query, data.boundary), query, 25);
    const calls = page.map(({ call }) => withMedia(call, query));
    return { status: 200, json: query.flag("includePagination", true) ? { calls, pagination } : { calls } };
  },
  "/call-details": ({ calls }, query) => {
    const id = query.text("id");
    if (!id) throw new BadParameter("id is required");
    const found = calls.find(({ call }) => call.id === id);
    if (!found) return { status: 404, json: { errorMessage: "Call not found" } };
    return { status: 200, json: { call: withMedia(makeCallDetails(found.call), query) } };
  },
  "/scorecard": ({ scorecards }, query) => {
    const span = { from: query.time("filterTimeGt"), to: query.time("filterTimeLt") };
    const [rep, scorer] = [query.text("filterRepId"), query.text("filterScorerId")];
    const matched = scorecards.filter(
      ({ scorecard, time }) =>
        isWithin(time, span) &&
        (rep === undefined || scorecard.rep === rep) &&
        (scorer === undefined || scorecard.scorer === scorer),
    );
    const { page, pagination } = pageOf(matched, query, 50);
    return { status: 200, json: { scorecards: page.map(({ scorecard }) => scorecard), pagination } };
  },
  // The document spells this key with a capital C.
  "/scorecard-template": ({ templates }) => ({ status: 200, json: { scoreCardTemplates: templates } }),
  "/topics": ({ topics }) => ({
    status: 200,
    json: { topics: topics.filter(({ topic }) => topic.keyword_topic).map(({ topic }) => topic.topic_name) },
  }),
  "/v2/topics": ({ topics }, query) => {
    const span = { from: query.time("filterModifiedGt"), to: query.time("filterModifiedLt") };
    const matched = topics.filter(({ modifiedAt }) => isWithin(modifiedAt, span));
    return { status: 200, json: { topics: matched.map(({ topic }) => topic) } };
  },
};

/** What Clari answers to somebody whose pair was accepted. */
export function answerClari(data: ClariData, method: string, url: URL): ClariAnswer {
  const endpoint = endpoints[url.pathname];
  if (!endpoint) return { status: 404, json: { errorMessage: "Not found" } };
  if (method !== "GET") return { status: 405, json: { errorMessage: "The sandbox reads only" } };
  try {
    return endpoint(data, queryReader(url.searchParams));
  } catch (error) {
    if (error instanceof BadParameter) return { status: 400, json: { errorMessage: error.message } };
    throw error;
  }
}
