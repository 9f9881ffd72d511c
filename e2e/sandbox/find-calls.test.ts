import { describe, expect, it } from "vitest";
import { answerClari } from "./answer-clari";
import type { ClariCall } from "./clari-call";
import { makeClariData } from "./clari-data";
import type { Pagination } from "./page-of";

const until = Date.UTC(2026, 5, 30);
const data = makeClariData({ seed: 1, people: 40, calls: 250, until });
const publicCalls = data.calls.filter(({ isPrivate }) => !isPrivate);

const get = (path: string, of = data) => answerClari(of, "GET", new URL(path, "http://sandbox"));
type Calls = { calls: ClariCall[]; pagination?: Pagination };
function calls(query: string, of = data): Calls {
  const { status, json } = get(`/calls?${query}`, of);
  expect(status, JSON.stringify(json)).toBe(200);
  return json as Calls;
}
/** Every page's calls under a filter. */
function all(query: string): ClariCall[] {
  const found: ClariCall[] = [];
  for (let skip: number | undefined = 0; skip !== undefined; ) {
    const { calls: page, pagination } = calls(`${query}&limit=100&skip=${skip}`);
    found.push(...page);
    skip = pagination?.nextPageSkip;
  }
  return found;
}
const encode = encodeURIComponent;
const [someCall] = publicCalls.filter(({ call }) => call.metrics);
if (!someCall) throw new Error("There is no call to test with.");

describe("paging of calls", () => {
  it("gives 25 and says where to go on", () => {
    const { calls: page, pagination } = calls("");
    expect(page).toHaveLength(25);
    expect(pagination).toEqual({ matched: publicCalls.length, hasMore: true, nextPageSkip: 25 });
  });

  it("reaches the last page, which has no nextPageSkip, without gaps or doubles", () => {
    const found = all("");
    expect(new Set(found.map(({ id }) => id)).size).toBe(publicCalls.length);
    const last = calls(`limit=100&skip=${publicCalls.length - 1}`);
    expect(last.calls).toHaveLength(1);
    expect(last.pagination).toEqual({ matched: publicCalls.length, hasMore: false });
    expect(calls("limit=100&skip=9000").calls).toHaveLength(0);
  });

  it("ends a page that is exactly full", () => {
    const { pagination } = calls(`limit=100&skip=${publicCalls.length - 100}`);
    expect(pagination).toEqual({ matched: publicCalls.length, hasMore: false });
  });

  it("stops at a skip of 10,000", () => {
    const many = makeClariData({ seed: 1, people: 10, calls: 11_000, until });
    const { calls: page, pagination } = calls("skip=10000&limit=100", many);
    expect(page).toHaveLength(100);
    expect(pagination).toMatchObject({ hasMore: true, nextPageSkip: 10_100 });
    expect(get("/calls?skip=10001", many).status).toBe(400);
  });

  it("leaves pagination out on demand", () => {
    expect(calls("includePagination=false")).not.toHaveProperty("pagination");
    expect(calls("includePagination=true")).toHaveProperty("pagination");
  });
});

describe("filters of calls", () => {
  const { call, time } = someCall;
  // Nobody has joined it yet: its attendees are known from the invitation only.
  const planned = publicCalls.find(({ call: one }) => one.status === "SCHEDULED");
  const iso = encode(new Date(time).toISOString());

  it.each([
    ["filterUser", call.users[0]?.userEmail, (one: ClariCall) => one.users.map(({ userEmail }) => userEmail)],
    [
      "filterAttendees",
      planned?.call.externalParticipants[0]?.email,
      (one: ClariCall) => [...one.externalParticipants, ...one.joinedParticipants].map(({ email }) => email),
    ],
    ["filterTopics", "Pricing", (one: ClariCall) => one.metrics?.categories.map(({ name }) => name) ?? []],
    ["filterStatus", "SCHEDULED", (one: ClariCall) => [one.status]],
    ["filterType", "GOOGLE_MEET", (one: ClariCall) => [one.type]],
    ["filterSourceId", call.source_id, (one: ClariCall) => [one.source_id]],
  ])("%s keeps exactly the calls that have the value", (name, value = "", valuesOf) => {
    const found = all(`${name}=${encode(value)}`);
    const expected = publicCalls.filter(({ call: one }) => valuesOf(one).includes(value));
    expect(expected.length).toBeGreaterThan(0);
    expect(expected.length).toBeLessThan(publicCalls.length);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set(expected.map(({ call: one }) => one.id)));
  });

  it("takes any of repeated values, and all of different filters", () => {
    const both = all("filterStatus=SCHEDULED&filterStatus=PROCESSED");
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set(["SCHEDULED", "PROCESSED"]));
    const crossed = all("filterStatus=PROCESSED&filterType=ZOOM");
    expect(crossed.length).toBeGreaterThan(0);
    expect(crossed.every(({ status, type }) => status === "PROCESSED" && type === "ZOOM")).toBe(true);
  });

  it("cuts by time, status change and duration", () => {
    const after = all(`filterTimeGt=${iso}`).length;
    const before = all(`filterTimeLt=${iso}`).length;
    // The call itself is in both.
    expect(after + before).toBe(publicCalls.length + 1);
    expect(all(`filterTimeGt=${iso}&filterTimeLt=${iso}`).map(({ id }) => id)).toEqual([call.id]);
    const modified = encode(call.last_modified_time);
    expect(all(`filterModifiedGt=${modified}`).every((one) => one.last_modified_time >= call.last_modified_time)).toBe(
      true,
    );
    expect(all(`filterModifiedLt=${modified}`).every((one) => one.last_modified_time <= call.last_modified_time)).toBe(
      true,
    );
    const long = all("filterDurationGt=1000&filterDurationLt=2000").map(({ metrics }) => metrics?.call_duration ?? -1);
    expect(long.length).toBeGreaterThan(0);
    expect(long.every((seconds) => seconds >= 1000 && seconds <= 2000)).toBe(true);
  });

  it("reads the offsets that Clari's examples use", () => {
    expect(calls("filterTimeGt=2000-01-01T00:00:00%2B0000").calls).toHaveLength(25);
    expect(calls("filterTimeLt=2000-01-01T00:00:00%2B05:30").calls).toHaveLength(0);
  });

  it("sorts, newest first where nothing is asked", () => {
    const times = (query: string) => calls(query).calls.map(({ time: at }) => at);
    expect(times("sortTime=asc")).toEqual(times("sortTime=asc").toSorted());
    expect(times("sortTime=desc")).toEqual(times("sortTime=desc").toSorted().toReversed());
    expect(times("")).toEqual(times("sortTime=desc"));
    const processed = all("filterStatus=PROCESSED&sortProcessed=asc").map(
      ({ last_modified_time }) => last_modified_time,
    );
    expect(processed).toEqual(processed.toSorted());
    expect(processed).not.toEqual(
      all("filterStatus=PROCESSED&sortProcessed=desc").map((one) => one.last_modified_time),
    );
  });

  it("hides private calls until they are asked for", () => {
    expect(calls("includePrivate=false").pagination?.matched).toBe(publicCalls.length);
    expect(calls("includePrivate=true").pagination?.matched).toBe(250);
    expect(calls("includePrivate=1").pagination?.matched).toBe(250);
  });

  it("gives links to media on demand", () => {
    const [plain] = calls("filterStatus=PROCESSED&limit=1").calls;
    const [linked] = calls("filterStatus=PROCESSED&limit=1&includeAudio=true&includeVideo=true").calls;
    expect(plain).not.toHaveProperty("audio_url");
    expect(linked?.audio_url).toMatch(/^https:\/\/media\.example\.com\//);
    expect(linked?.video_url).toMatch(/^https:\/\/media\.example\.com\//);
  });
});
