import { describe, expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { fireflies } from "@/lib/connectors/fireflies";
import { findHttpConnector } from "@/lib/connectors/registry";
import type { OutboundAnswer } from "@/lib/platform/outbound-request";
import { judgeAnswer, parseRetryAfter } from "./judge-answer";

const answer = (status: number, body: string, more: Partial<OutboundAnswer> = {}): OutboundAnswer => ({
  kind: "answer",
  status,
  headers: new Headers(),
  declaredBytes: undefined,
  packed: false,
  body: Buffer.from(body),
  truncated: false,
  ...more,
});
const judge = (status: number, body: string, more?: Partial<OutboundAnswer>) =>
  judgeAnswer(clariCopilot, answer(status, body, more)).outcome;

describe("what an answer proves", () => {
  it.each([
    [200, '{"users":[]}', "accepted-with-warning"],
    [200, '{"users":[{"id":"1"}]}', "accepted"],
    [200, '{"users":"no"}', "unexpected-answer"],
    [200, '{"__proto__":{"users":[]}}', "unexpected-answer"],
    [200, "[]", "unexpected-answer"],
    [200, "", "unexpected-answer"],
    [200, "<html>sign in</html>", "unexpected-answer"],
    [204, "", "unexpected-answer"],
    [401, '{"errorMessage":"x"}', "refused"],
    [403, '{"message":"Forbidden"}', "refused"],
    [401, '{"errorMessage":"Credentials not provided!, see documentation"}', "incomplete"],
    [302, "", "redirected"],
    [404, "{}", "unexpected-answer"],
    [418, "{}", "unexpected-answer"],
    [429, "", "rate-limited"],
    [502, "<html>", "provider-error"],
  ])("%i %s is %s", (status, body, outcome) => expect(judge(status, body)).toBe(outcome));

  it.each([
    ["<!doctype html><p>Sign in</p>", "html"],
    ["  ", "empty"],
    ["users: none", "not-json"],
    ['{"people":[]}', "wrong-shape"],
    ['{"users":[{"id":"1"}', "cut-short"],
  ])("P9: tells in which way %j is not the provider's answer", (body, flaw) =>
    expect(judgeAnswer(clariCopilot, answer(200, body)).flaw).toBe(flaw),
  );

  it.each([
    ["   ", "unpacked-too-large", undefined],
    ['{"users":[', "unpacked-too-large", undefined],
    ["<html><p>Sign in</p>", "unexpected-answer", "html"],
  ])("P3: %j that goes on once unpacked is %s", (beginning, outcome, flaw) => {
    const judgement = judgeAnswer(clariCopilot, answer(200, beginning, { truncated: true, packed: true }));
    expect([judgement.outcome, judgement.flaw]).toEqual([outcome, flaw]);
  });

  it("P3: what goes on is never called empty or cut short", () => {
    for (const beginning of ["   ", '{"users":[', "users"])
      expect(judgeAnswer(clariCopilot, answer(200, beginning, { truncated: true })).flaw).toBe("too-large");
  });

  it("judges a long answer by its beginning", () => {
    const beginning = (ids: string[]) =>
      `{"users":[${ids.map((id) => `{"id":"${id}","name":"a } \\" ]"}`).join(",")},{"id":"cut of`;
    expect(judge(200, beginning(["1", "2"]), { truncated: true })).toBe("accepted");
    expect(judge(200, beginning(["1", "1"]), { truncated: true })).toBe("unexpected-answer");
    expect(judge(200, '{"other":[{"id":"1"},{"id":', { truncated: true })).toBe("unexpected-answer");
    expect(judge(200, beginning(["1"]), { truncated: true, declaredBytes: 7 * 1024 * 1024 })).toBe("unexpected-answer");
  });

  it("reads a refusal from a GraphQL answer of status 200", () => {
    const refused = answer(200, '{"errors":[{"code":"auth_failed"}]}');
    expect(judgeAnswer(fireflies, refused).outcome).toBe("refused");
  });
});

describe("what 403 means", () => {
  const forbidden = (id: string, body: string) => {
    const connector = findHttpConnector(id);
    return connector && judgeAnswer(connector, answer(403, body)).outcome;
  };

  it.each([
    ["stripe", '{"error":{"code":"secret_key_required"}}', "refused"],
    ["stripe", '{"error":{"code":"other"}}', "may-not-read"],
    ["paddle", '{"error":{"code":"invalid_token"}}', "refused"],
    ["paddle", '{"error":{"code":"forbidden"}}', "may-not-read"],
    ["paddle", '{"error":{"code":"other"}}', "forbidden"],
    ["slack", '{"error":"token_revoked"}', "refused"],
    ["fireflies", "", "refused"],
    ["fireflies", "<!DOCTYPE html><p>Blocked</p>", "forbidden"],
    ["stripe", "<html>Blocked</html>", "forbidden"],
    ["activecampaign", '{"message":"x"}', "forbidden"],
    ["freshdesk", '{"code":"access_denied"}', "forbidden"],
    ["bamboohr", "{}", "forbidden"],
  ])("%s, %s: %s", (id, body, outcome) => expect(forbidden(id, body)).toBe(outcome));
});

it("says that nobody has the typed name only where that name was asked", () => {
  const connector = findHttpConnector("freshdesk");
  if (!connector) throw new Error("no connector");
  const failure = { kind: "failure", reason: "name-not-found", code: "ENOTFOUND" } as const;
  const outcomes = (isOverridden: boolean) =>
    [failure, answer(404, "{}")].map((one) => judgeAnswer(connector, one, isOverridden).outcome);
  expect(outcomes(false)).toEqual(["tenant-not-found", "tenant-not-found"]);
  expect(outcomes(true)).toEqual(["name-not-found", "unexpected-answer"]);
});

it("P6: Retry-After in seconds or as a date; garbage and the past are not said", () => {
  const now = Date.UTC(2026, 0, 1);
  expect(
    ["2", new Date(now + 5000).toUTCString(), "-1", "soon", new Date(now - 5000).toUTCString(), null].map((header) =>
      parseRetryAfter(header, now),
    ),
  ).toEqual([2, 5, undefined, undefined, undefined, undefined]);
  expect(parseRetryAfter("999999999", now)).toBe(86_400);
});
