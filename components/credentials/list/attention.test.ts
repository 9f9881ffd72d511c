import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { fireflies } from "@/lib/connectors/fireflies";
import { attentionReason } from "./attention";

const failedAt = "2026-11-24T08:13:20.000Z";

it("P12: says since when, and 'stopped' only of values that were accepted before", () => {
  expect(attentionReason(clariCopilot, { verifiedAt: "2026-11-20T00:00:00.000Z", failedAt })).toBe(
    "Clari Copilot stopped accepting this pair on 2026-11-24T08:13:20.000Z. A new pair may have been generated.",
  );
  expect(attentionReason(clariCopilot, { verifiedAt: "2026-11-20T00:00:00.000Z", failedAt, unreadable: true })).toBe(
    "The stored pair couldn't be read on 2026-11-24T08:13:20.000Z. It was damaged, or its key is missing. Replace its values.",
  );
  expect(attentionReason(fireflies, { failedAt })).toBe(
    "Fireflies.ai didn't accept this key on 2026-11-24T08:13:20.000Z. A new key may have been generated.",
  );
});
