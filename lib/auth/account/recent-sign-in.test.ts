import { expect, it, vi } from "vitest";
import type { Member } from "@/lib/auth/actor";
import { requireRecentSignIn } from "./recent-sign-in";

vi.hoisted(() => vi.stubEnv("CONFIRM_AFTER_MINUTES", "15"));

const member = (minutesAgo: number): Member => ({
  kind: "member",
  userId: "u",
  name: "n",
  email: "e@example.com",
  workspaceId: "w",
  workspaceName: "w",
  role: "owner",
  sessionId: "s",
  confirmedAt: new Date(Date.now() - minutesAgo * 60_000),
  peer: undefined,
});

it("A12: a sign-in counts for fifteen minutes, and one from the future does not count", () => {
  expect(() => requireRecentSignIn(member(14))).not.toThrow();
  expect(() => requireRecentSignIn(member(16))).toThrow("Confirm it's you");
  expect(() => requireRecentSignIn(member(-60))).toThrow("Confirm it's you");
});

it("A12: a job is not asked", () => {
  const job = { kind: "job", userId: "job:x", name: "x", workspaceId: "w", role: "job", peer: undefined } as const;
  expect(() => requireRecentSignIn(job)).not.toThrow();
});
