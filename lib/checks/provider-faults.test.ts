import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { closeCircuit } from "./circuit-repository";
import type { AnswerFlaw, VerificationOutcome } from "./verification-dto";
import { verifyValues } from "./verify-values";

// The provider's rows over real sockets: a sandbox that misbehaves, and what a check makes of it.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);
beforeEach(async () => {
  clari.clearRequests();
  // What the row before did to the provider's name says nothing about this one.
  await closeCircuit({ host: new URL(clari.url).host, credential: "" });
});

let pairs = 0;
const people = makeWorkspace("owner");
/** A check with a pair of its own that brings the fault about. */
const check = async (fault: string) => {
  pairs += 1;
  const [person] = await people;
  if (!person) throw new Error("There is nobody.");
  return verifyValues(person, clariCopilot, { apiKey: `fault:${fault}`, apiPassword: `password-${pairs}` });
};

type Row = [fault: string, outcome: VerificationOutcome, requests: number, flaw?: AnswerFlaw];
const rows: [id: string, rows: Row[]][] = [
  [
    "P4",
    [
      ...["301", "302", "307", "308"].map((status): Row => [`redirect:${status}`, "redirected", 1]),
      ...[
        "http://127.0.0.1:9/",
        "http://169.254.169.254/",
        "http://[::1]:9/",
        "http://10.0.0.1/",
        "file:///etc/passwd",
      ].map((target): Row => [`redirect:302:${target}`, "redirected", 1]),
      ["redirloop", "redirected", 1],
    ],
  ],
  [
    "P6",
    [
      ["429:none", "rate-limited", 2],
      ["429:-1", "rate-limited", 2],
      ["429:past", "rate-limited", 2],
      ["429:2", "rate-limited", 2],
      ["429:60", "rate-limited", 1],
      ["429:999999999", "rate-limited", 1],
    ],
  ],
  [
    "P7",
    [
      ...["500", "502", "503", "504"].map((status): Row => [`status:${status}`, "provider-error", 2]),
      ["flaky:1", "accepted", 2],
      ["flaky:2", "provider-error", 2],
    ],
  ],
  [
    "P8",
    [
      ["status:401", "refused", 1],
      ["status:403", "refused", 1],
      ["status:404", "unexpected-answer", 1, "status"],
      ["status:204", "unexpected-answer", 1, "empty"],
      ["status:418", "unexpected-answer", 1, "status"],
    ],
  ],
  [
    "P9",
    [
      ["html", "unexpected-answer", 1, "html"],
      ["html:502", "provider-error", 2],
      ["empty", "unexpected-answer", 1, "empty"],
      ["badjson", "unexpected-answer", 1, "not-json"],
      ["truncated-json", "unexpected-answer", 1, "cut-short"],
      ["truncated", "unexpected-answer", 1, "cut-short"],
      ["garbage", "unexpected-answer", 1, "not-json"],
      ["nohttp", "unexpected-answer", 1, "cut-short"],
      ["proto", "unexpected-answer", 1, "wrong-shape"],
      ["notarray", "unexpected-answer", 1, "wrong-shape"],
      ["nousers", "unexpected-answer", 1, "wrong-shape"],
      ["array", "unexpected-answer", 1, "wrong-shape"],
    ],
  ],
  ["P10", [["reset", "unreachable", 2]]],
];

describe.each(rows)("%s", (_, faults) => {
  it.each(faults)("%s is %s, with %i requests", async (fault, outcome, requests, flaw) => {
    const result = await check(fault);
    expect([result.outcome, result.diagnostic.flaw, result.diagnostic.tries]).toEqual([outcome, flaw, requests]);
    expect(clari.requests).toHaveLength(requests);
    // Nothing but a refusal says anything about the pair.
    expect(result.status).toBe({ accepted: "VERIFIED", refused: "FAILED" }[outcome as string] ?? "UNVERIFIED");
  });
});

it("P2: what never ends (hang, slowheaders, slowbody) ends with the deadline, and is not asked again", async () => {
  const from = performance.now();
  // At once, as each takes the whole deadline.
  const faults = ["hang", "slowheaders", "slowbody"].map(async (fault) => {
    const { outcome, diagnostic } = await check(fault);
    // Never before: only the upper end would be a time that a test asserts.
    expect(performance.now() - from, fault).toBeGreaterThan(9_900);
    expect([outcome, diagnostic.tries], fault).toEqual(["timed-out", 1]);
  });
  await Promise.all(faults);
  expect(clari.requests).toHaveLength(faults.length);
  await vi.waitFor(() => expect(clari.requests.map(({ abandoned }) => abandoned)).toEqual([true, true, true]));
});

it.each([
  ["foreign-huge", "unexpected-answer", "too-large"],
  ["bomb", "unpacked-too-large", undefined],
] as const)("P3: %s is %s, and is not taken into memory", async (fault, outcome, flaw) => {
  // Once before, so that what is loaded at the first check does not count.
  await check(fault);
  const before = process.memoryUsage().rss;
  const result = await check(fault);
  expect([result.outcome, result.diagnostic.flaw]).toEqual([outcome, flaw]);
  expect(process.memoryUsage().rss - before).toBeLessThan(30 * 1024 * 1024);
});
