import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { fireflies } from "@/lib/connectors/fireflies";
import { attentionReason } from "./attention";

const failedAt = "2026-11-24T08:13:20.000Z";

it("P12: says since when, and 'stopped' only of values that were accepted before", () => {
  expect(attentionReason(clariCopilot, { verifiedAt: "2026-11-20T00:00:00.000Z", failedAt })).toBe(
    "Clari Copilot stopped accepting this pair on 24 Nov 2026, 08:13 UTC. A new pair may have been generated.",
  );
  expect(attentionReason(clariCopilot, { verifiedAt: "2026-11-20T00:00:00.000Z", failedAt, unreadable: true })).toBe(
    "The stored pair could not be read on 24 Nov 2026, 08:13 UTC. It was damaged, or the key that sealed it is missing. Its values have to be replaced.",
  );
  expect(attentionReason(fireflies, { failedAt })).toBe(
    "Fireflies.ai did not accept this key on 24 Nov 2026, 08:13 UTC. A new key may have been generated.",
  );
});
