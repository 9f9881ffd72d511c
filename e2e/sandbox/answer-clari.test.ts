import { describe, expect, it } from "vitest";
import { answerClari } from "./answer-clari";
import type { ClariCallDetails } from "./clari-call-details";
import { makeClariData } from "./clari-data";
import type { Pagination } from "./page-of";

const until = Date.UTC(2026, 5, 30);
const data = makeClariData({ seed: 1, people: 40, calls: 250, until });
const publicCalls = data.calls.filter(({ isPrivate }) => !isPrivate);

const get = (path: string, of = data) => answerClari(of, "GET", new URL(path, "http://sandbox"));
const encode = encodeURIComponent;
const [someCall] = publicCalls.filter(({ call }) => call.metrics);
if (!someCall) throw new Error("There is no call to test with.");

describe("data", () => {
  it("are the same for the same seed and others for another", () => {
    expect(makeClariData({ seed: 1, people: 40, calls: 250, until })).toEqual(data);
    expect(makeClariData({ seed: 2, people: 40, calls: 250, until }).users[0]?.id).not.toBe(data.users[0]?.id);
  });

  it("have ids and addresses of their own", () => {
    const { users, calls: many } = makeClariData({ seed: 1, people: 3000, calls: 3000, until });
    expect(new Set(users.map(({ id }) => id)).size).toBe(3000);
    expect(new Set(users.map(({ email }) => email)).size).toBe(3000);
    expect(new Set(many.map(({ call }) => call.id)).size).toBe(3000);
    expect(users.every(({ email }) => /^[a-z.0-9]+@example\.com$/.test(email))).toBe(true);
  });

  it("have managers who are users", () => {
    const managers = new Set(data.users.filter(({ role }) => role === "MANAGER").map(({ id }) => id));
    const reps = data.users.filter(({ role }) => role !== "MANAGER");
    expect(reps.length).toBeGreaterThan(0);
    expect(reps.every(({ manager_id }) => manager_id !== undefined && managers.has(manager_id))).toBe(true);
  });
});

describe("refusals", () => {
  it.each([
    "/calls?skip=-1",
    "/calls?skip=x",
    "/calls?skip=1.5",
    "/calls?skip=",
    "/calls?skip=1&skip=2",
    "/calls?limit=0",
    "/calls?limit=101",
    "/calls?filterTimeGt=yesterday",
    "/calls?filterTimeGt=2026-01-01",
    // An unencoded plus is a blank.
    "/calls?filterTimeGt=2026-01-01T00:00:00+0000",
    "/calls?filterModifiedLt=2026-13-01T00:00:00Z",
    "/calls?filterDurationGt=7201",
    "/calls?filterDurationLt=ten",
    "/calls?filterStatus=DONE",
    "/calls?filterType=PHONE",
    "/calls?sortTime=up",
    "/calls?includePrivate=yes",
    "/calls?includePagination=1",
    "/calls?includeAudio=no",
    "/call-details",
    "/call-details?id=",
    "/scorecard?limit=500",
    "/v2/topics?filterModifiedGt=x",
  ])("400 with an object for %s", (path) => {
    const { status, json } = get(path);
    expect(status).toBe(400);
    expect(json).toEqual({ errorMessage: expect.any(String) });
  });

  it("404 for what there is not, 405 for what would write", () => {
    expect(get("/call-details?id=nobody").status).toBe(404);
    expect(get("/nothing").status).toBe(404);
    expect(get("/constructor").status).toBe(404);
    expect(answerClari(data, "POST", new URL("http://sandbox/users")).status).toBe(405);
  });
});

describe("the other endpoints", () => {
  it("/call-details has transcript and summary of that call, every time the same", () => {
    const { json } = get(`/call-details?id=${someCall.call.id}`);
    const { call } = json as { call: ClariCallDetails };
    expect(call).toMatchObject(someCall.call);
    expect(call.transcript.length).toBeGreaterThan(5);
    expect(call.transcript.every(({ start, end }) => start < end)).toBe(true);
    const people = call.joinedParticipants.map(({ personId }) => personId);
    expect(call.transcript.every(({ personId }) => people.includes(personId))).toBe(true);
    expect(call.summary?.full_summary).toContain(call.account_name);
    expect(get(`/call-details?id=${call.id}`).json).toEqual(json);
  });

  it("/call-details of a call that was not held has an empty transcript", () => {
    const id = publicCalls.find(({ call }) => call.status === "SCHEDULED")?.call.id;
    const { call } = get(`/call-details?id=${id}`).json as { call: ClariCallDetails };
    expect(call.transcript).toEqual([]);
    expect(call).not.toHaveProperty("summary");
  });

  it("/scorecard pages by 50 and filters by people and time", () => {
    const first = get("/scorecard?limit=2").json as { scorecards: object[]; pagination: Pagination };
    expect(first.scorecards).toHaveLength(2);
    expect(first.pagination).toMatchObject({ hasMore: true, nextPageSkip: 2 });
    const [one] = data.scorecards;
    const matched = (query: string) =>
      (get(`/scorecard?${query}`).json as { pagination: Pagination }).pagination.matched;
    expect(matched(`filterRepId=${one?.scorecard.rep}`)).toBe(
      data.scorecards.filter(({ scorecard }) => scorecard.rep === one?.scorecard.rep).length,
    );
    expect(matched("filterScorerId=nobody")).toBe(0);
    const iso = encode(new Date(one?.time ?? 0).toISOString());
    expect(matched(`filterTimeGt=${iso}&filterTimeLt=${iso}`)).toBe(1);
  });

  it("/scorecard-template spells its key as Clari's document does", () => {
    const { json } = get("/scorecard-template");
    expect(json).toEqual({ scoreCardTemplates: data.templates });
    expect(data.templates[0]?.questions[0]).toEqual({ skill: "Discovery", label: expect.any(String), order: "1" });
  });

  it("/topics gives texts, /v2/topics objects that can be filtered", () => {
    expect(get("/topics").json).toEqual({ topics: expect.arrayContaining(["Pricing", "Security"]) });
    const v2 = (query: string) => (get(`/v2/topics?${query}`).json as { topics: { topic_name: string }[] }).topics;
    expect(v2("")).toHaveLength(8);
    const recent = v2(`filterModifiedGt=${encode(new Date(until - 10 * 86_400_000).toISOString())}`);
    expect(recent.map(({ topic_name }) => topic_name)).toEqual(["Champion"]);
  });
});
