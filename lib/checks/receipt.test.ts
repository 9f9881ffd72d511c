import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { receipt as receiptSchema } from "@/lib/credentials/credential-schema";
import { type Accepted, readReceipt, withReceipt } from "./receipt";
import type { VerificationResult } from "./verification-dto";

beforeEach(() => vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => vi.useRealTimers());

const answer = {
  ...{ status: "VERIFIED", outcome: "accepted", message: "Accepted.", causes: [], nextStep: "", fields: [] },
  ...{ retryable: false, diagnostic: { checkId: "check", durationMs: 7, tries: 1, checkedAt: "" } },
} satisfies VerificationResult;
const who = { workspaceId: "workspace-1", userId: "person-1" };
const typed = { ...who, connectorId: "clari-copilot", values: { apiKey: "key", apiPassword: "password" } };
const stored = { ...who, credentialId: "credential-1", version: 2, purpose: "rollback" } as const;
const receiptFor = async (accepted: Accepted) => (await withReceipt(answer, accepted)).receipt ?? "";

it("a receipt is good for a minute, and tells as what the values were accepted", async () => {
  const [ofTyped, ofStored] = [await receiptFor(typed), await receiptFor(stored)];
  vi.advanceTimersByTime(59_000);
  expect(await readReceipt(ofTyped, typed)).toEqual({ outcome: "accepted", durationMs: 7 });
  expect(await readReceipt(ofStored, stored)).toEqual({ outcome: "accepted", durationMs: 7 });
  vi.advanceTimersByTime(2000);
  expect(await readReceipt(ofTyped, typed)).toBeUndefined();
  expect(await readReceipt(ofStored, stored)).toBeUndefined();
});

it("a receipt is about one person, one workspace, and these very values or this version and purpose", async () => {
  const ofTyped = await receiptFor(typed);
  const ofStored = await receiptFor(stored);
  const others: [string, Accepted][] = [
    ...[typed, stored].flatMap((accepted): [string, Accepted][] => [
      ["another person", { ...accepted, userId: "person-2" }],
      ["another workspace", { ...accepted, workspaceId: "workspace-2" }],
    ]),
    ["another connector", { ...typed, connectorId: "gong" }],
    ["another value", { ...typed, values: { ...typed.values, apiKey: "other" } }],
    ["another credential", { ...stored, credentialId: "credential-2" }],
    ["another version", { ...stored, version: 1 }],
    ["another purpose", { ...stored, purpose: "move" }],
  ];
  for (const [name, other] of others)
    for (const receipt of [ofTyped, ofStored]) expect(await readReceipt(receipt, other), name).toBeUndefined();
  expect(await readReceipt(ofTyped, stored)).toBeUndefined();
  expect(await readReceipt(ofStored, typed)).toBeUndefined();
});

it("a receipt keeps whose values they are, and is short enough to come back where that is long", async () => {
  const whose = { of: "person", text: "\u{1F512}".repeat(80) } as const;
  const { receipt = "" } = await withReceipt({ ...answer, outcome: "accepted-with-warning", whose }, typed);
  expect(receiptSchema.safeParse(receipt).success).toBe(true);
  expect(await readReceipt(receipt, typed)).toEqual({ outcome: "accepted-with-warning", durationMs: 7, whose });
});

it("an answer that does not accept has no receipt, and none has a value in it", async () => {
  expect(await withReceipt({ ...answer, status: "FAILED", outcome: "refused" }, typed)).not.toHaveProperty("receipt");
  const claims = Buffer.from((await receiptFor(typed)).split(".")[1] ?? "", "base64url").toString();
  expect(Object.keys(JSON.parse(claims)).toSorted()).toEqual(["accepted", "durationMs", "exp", "outcome"]);
});
