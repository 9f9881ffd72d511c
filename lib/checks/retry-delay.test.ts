import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { fireflies } from "@/lib/connectors/fireflies";
import type { Judgement } from "./judge-answer";
import { retryDelay } from "./retry-delay";

const delay = (judgement: Judgement, random = 0.5) => retryDelay(clariCopilot.verification, judgement, () => random);

it("P7: a provider's error and a broken connection are worth one more try, soon and with jitter", () => {
  expect([0, 0.5, 1].map((random) => delay({ outcome: "provider-error" }, random))).toEqual([200, 400, 600]);
  expect(delay({ outcome: "unreachable", code: "ECONNRESET" })).toBe(400);
});

it("P6: Retry-After is kept exactly or not begun; without one the wait is Latchkey's own", () => {
  expect(delay({ outcome: "rate-limited", retryAfterSeconds: 2 }, 0)).toBe(2000);
  expect(delay({ outcome: "rate-limited", retryAfterSeconds: 7 })).toBeUndefined();
  expect(delay({ outcome: "rate-limited" }, 0)).toBe(1000);
});

it.each<Judgement>([
  { outcome: "refused" },
  { outcome: "accepted" },
  { outcome: "timed-out" },
  { outcome: "redirected" },
  { outcome: "insecure-connection", code: "CERT_HAS_EXPIRED" },
  { outcome: "unreachable", code: "ECONNREFUSED" },
  { outcome: "unexpected-answer" },
])("asking again after $outcome $code helps nobody", (judgement) => expect(delay(judgement)).toBeUndefined());

it("P7: only a reading call is sent twice", () =>
  expect(retryDelay(fireflies.verification, { outcome: "provider-error" })).toBeUndefined());
