import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  CHECKS_SHOWN,
  type CheckDto,
  type VerificationOutcome,
  type VerificationStatus,
} from "@/lib/checks/verification-dto";
import { duration, triggeredBy } from "./describe-check";
import { checkRuns, describeChecks, isStrip } from "./describe-checks";

const check = (status: VerificationStatus, outcome: VerificationOutcome): CheckDto => ({
  at: "2026-11-24T08:13:00.000Z",
  status,
  outcome,
  label: "",
  durationMs: 1,
  trigger: "schedule",
});
const accepted = check("VERIFIED", "accepted");
const refused = check("FAILED", "refused");

describe("a strip is one sentence", () => {
  it.each([
    [[], ""],
    [[refused], "Last check: refused"],
    [[check("FAILED", "unreadable"), refused], "Last 2 checks: 1 refused, 1 couldn't be read"],
    [[...Array<CheckDto>(28).fill(accepted), refused, refused], "Last 30 checks: 28 accepted, 2 refused"],
    [
      [check("UNVERIFIED", "timed-out"), refused, check("VERIFIED", "accepted-with-warning"), accepted],
      "Last 4 checks: 1 accepted, 1 accepted with a warning, 1 refused, 1 without an answer",
    ],
  ])("%#", (checks, sentence) => expect(describeChecks(checks)).toBe(sentence));
});

it("a list knows of the checks how many of one kind followed each other, oldest first", () => {
  expect(checkRuns([])).toEqual([]);
  expect(checkRuns([refused, accepted, accepted, refused])).toEqual([
    ["refused", 1],
    ["accepted", 2],
    ["refused", 1],
  ]);
});

it("a strip is one from eight checks on: of fewer it would look like a fault", () => {
  const strip = (count: number) => isStrip(checkRuns([...Array<CheckDto>(count - 1).fill(accepted), refused]));
  expect([1, 7, 8, CHECKS_SHOWN].map(strip)).toEqual([false, false, true, true]);
});

it("says who asked", () => {
  expect(triggeredBy({ trigger: "schedule" })).toBe("Scheduled check");
  expect(triggeredBy({ trigger: "member", by: "Ada" })).toBe("Ada, by hand");
  expect(triggeredBy({ trigger: "save" })).toBe("A former member, on save");
});

it("says how long it took", () => expect([duration(7), duration(10_040)]).toEqual(["7 ms", "10.0 s"]));

it("a bar and its slot are as wide as it takes for all that are shown: a style made at run time would need a nonce", () => {
  expect(readFileSync("components/credentials/checks/check-history.tsx", "utf8")).toContain(
    `w-[calc(100%/${CHECKS_SHOWN})]`,
  );
  const css = readFileSync("app/credentials.css", "utf8");
  expect(css).toContain(`calc(100% / ${CHECKS_SHOWN}) 4px`);
  expect(css, "6 px for each, without the gap behind the last").toContain(`w-[${CHECKS_SHOWN * 6 - 2}px]`);
});
