import { expect, it, vi } from "vitest";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { Refusal } from "@/lib/platform/errors";
import { isOwn } from "@/lib/platform/own-error";
import { withinCheckLimits } from "./check-limits";

vi.hoisted(() => {
  vi.stubEnv("CHECKS_PER_MINUTE_OF_MEMBER", "1000");
  vi.stubEnv("CHECKS_PER_MINUTE_OF_WORKSPACE", "1000");
});

it("I5: five checks at a time in a workspace, twenty in a process; each place is free again afterwards", async () => {
  let running = 0;
  let most = 0;
  let end: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    end = resolve;
  });
  const check = async () => {
    running += 1;
    most = Math.max(most, running);
    await held;
    running -= 1;
  };
  const people = (await Promise.all(Array.from({ length: 5 }, () => makeWorkspace("owner")))).flat();
  const tries = people.flatMap((person) => Array.from({ length: 7 }, () => withinCheckLimits(person, check)));
  const settled = Promise.allSettled(tries);
  await vi.waitFor(() => expect(running).toBe(20));
  end();
  const results = await settled;
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  for (const result of results) {
    if (result.status === "rejected")
      expect(isOwn(result.reason, Refusal) && result.reason.dto.code).toBe("TOO_MANY_CHECKS");
  }
  expect(most).toBe(20);
  const [person] = people;
  if (person) await withinCheckLimits(person, async () => undefined);
});
