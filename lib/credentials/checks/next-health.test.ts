import { describe, expect, it } from "vitest";
import type { CheckTrigger, VerificationStatus } from "@/lib/checks/verification-dto";
import { nextCheckAt } from "./next-check-at";
import { type Health, nextHealth } from "./next-health";

const at = new Date("2026-01-01T12:00:00Z");
const minutesBefore = (minutes: number) => new Date(at.getTime() - minutes * 60_000);
const verified: Health = { status: "VERIFIED", refusedAt: null, failedAt: null };
const readable = { isUnreadable: false, wasUnreadable: false };
const healthAfter = (before: Health, status: VerificationStatus, trigger: CheckTrigger = "schedule", read = readable) =>
  nextHealth(before, { status, ...read, trigger, at, confirmMinutes: 5 });

describe("what a check makes of a credential", () => {
  it("a first refusal found by the schedule changes no status, and is asked about again soon", () =>
    expect(healthAfter(verified, "FAILED")).toEqual({ ...verified, refusedAt: at, confirmSoon: true }));

  it("a second one minutes later does, and is told", () =>
    expect(healthAfter({ ...verified, refusedAt: minutesBefore(5) }, "FAILED")).toEqual({
      status: "FAILED",
      refusedAt: minutesBefore(5),
      failedAt: at,
      confirmSoon: false,
      notice: "credential.failed",
    }));

  it("a second one in the same moment is the same hiccup", () =>
    expect(healthAfter({ ...verified, refusedAt: minutesBefore(0.1) }, "FAILED").status).toBe("VERIFIED"));

  it("an accepted answer between two refusals starts the count anew", () =>
    expect(healthAfter({ ...verified, refusedAt: minutesBefore(5) }, "VERIFIED").refusedAt).toBeNull());

  it("R5: values that do not open count at once, also for the schedule, and are told as such, once", () => {
    const unreadable = { isUnreadable: true, wasUnreadable: false };
    const failed = { status: "FAILED", refusedAt: at, failedAt: at } as const;
    expect(healthAfter(verified, "FAILED", "schedule", unreadable)).toEqual({
      ...failed,
      confirmSoon: false,
      notice: "credential.unreadable",
    });
    expect(healthAfter(failed, "FAILED", "schedule", { ...unreadable, wasUnreadable: true }).notice).toBeUndefined();
  });

  it("R5: values that open again are what the provider says, and unverified where it says nothing", () => {
    const failed: Health = { status: "FAILED", refusedAt: minutesBefore(9), failedAt: minutesBefore(9) };
    const opened = { isUnreadable: false, wasUnreadable: true };
    const now = (status: VerificationStatus) => healthAfter(failed, status, "schedule", opened);
    expect(now("VERIFIED")).toMatchObject({ status: "VERIFIED", failedAt: null, notice: "credential.recovered" });
    expect(now("UNVERIFIED")).toEqual({ status: "UNVERIFIED", refusedAt: null, failedAt: null, confirmSoon: false });
    expect(now("FAILED").status).toBe("FAILED");
  });

  it("a refusal that a person asked for counts at once", () =>
    expect(healthAfter(verified, "FAILED", "member")).toMatchObject({ status: "FAILED", notice: "credential.failed" }));

  it.each<Health>([
    verified,
    { status: "UNVERIFIED", refusedAt: null, failedAt: null },
    { status: "FAILED", refusedAt: minutesBefore(90), failedAt: minutesBefore(85) },
  ])("P2, P7: an outage changes nothing of $status", (before) =>
    expect(healthAfter(before, "UNVERIFIED")).toEqual({ ...before, confirmSoon: false }),
  );

  it("repeats are not told again; recovery is, once", () => {
    const failed: Health = { status: "FAILED", refusedAt: minutesBefore(90), failedAt: minutesBefore(85) };
    expect(healthAfter(failed, "FAILED").notice).toBeUndefined();
    expect(healthAfter(failed, "VERIFIED")).toEqual({
      ...verified,
      confirmSoon: false,
      notice: "credential.recovered",
    });
    expect(healthAfter(verified, "VERIFIED").notice).toBeUndefined();
  });
});

describe("when it is checked next", () => {
  const schedule = { everyMinutes: 1440, confirmMinutes: 5 };
  const minutes = (last: Parameters<typeof nextCheckAt>[1], random = 0.5, every = 1440) => {
    const next = nextCheckAt({ ...schedule, everyMinutes: every }, last, at.getTime(), () => random);
    return next && (next.getTime() - at.getTime()) / 60_000;
  };

  it("after the interval, within a fifth more or less", () =>
    expect([0, 0.5, 1].map((random) => minutes({ confirmSoon: false, status: "VERIFIED" }, random))).toEqual([
      1152, 1440, 1728,
    ]));
  it("minutes after a first refusal", () => expect(minutes({ confirmSoon: true, status: "FAILED" })).toBe(5));
  it("sooner after an outage", () => expect(minutes({ confirmSoon: false, status: "UNVERIFIED" })).toBe(15));
  it("P6: not before the provider's Retry-After, within its cap", () => {
    expect(minutes({ confirmSoon: false, status: "UNVERIFIED", retryAfterSeconds: 1800 })).toBe(30);
    expect(minutes({ confirmSoon: false, status: "UNVERIFIED", retryAfterSeconds: 86_400 })).toBe(60);
  });
  it("never without a schedule", () => expect(minutes({ confirmSoon: true, status: "FAILED" }, 0.5, 0)).toBeNull());
});
