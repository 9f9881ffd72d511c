import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { DuplicatePanel } from "@/components/credentials/add/duplicate-panel";
import { OverlayFooter } from "@/components/credentials/add/overlay-footer";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import type { DuplicateDto } from "@/lib/credentials/credential-dto";
import { CheckPanel } from "./check-panel";
import type { CheckOutcome } from "./use-check";
import type { ValuesCheck } from "./use-values-check";

const nothing = () => undefined;

const answer = (status: VerificationResult["status"], retryable: boolean) =>
  ({
    verification: {
      ...{ status, retryable, message: "", causes: [], nextStep: "", fields: [] },
      outcome: status === "UNVERIFIED" ? "provider-error" : status === "FAILED" ? "refused" : "accepted",
      diagnostic: { checkId: "1", durationMs: 1, tries: 1, checkedAt: "2026-11-30T00:00:00.000Z" },
    },
  }) as CheckOutcome;
const duplicate = (kind: DuplicateDto["kind"]) =>
  ({ duplicate: { kind, credential: { id: "1", name: "Sales EU", usedBy: 0 }, others: 0 } }) as CheckOutcome & {
    duplicate: DuplicateDto;
  };
const limited = (code: string) => ({ error: { code, message: "", retryAfterSeconds: 5 } }) as CheckOutcome;

/** The buttons of the overlay after an answer, as they look. */
function buttonsAfter(outcome: CheckOutcome | undefined): Record<string, string> {
  const check = { busy: false, asking: undefined, last: "store", outcome, test: nothing, stop: nothing };
  const panel = (duplicate: DuplicateDto) => (
    <DuplicatePanel
      connector={clariCopilot}
      duplicate={duplicate}
      onKeepBoth={nothing}
      onReplace={nothing}
      onSelect={nothing}
      selectLabel="Select that one"
    />
  );
  const markup = renderToStaticMarkup(
    <>
      <CheckPanel
        check={check}
        connector={clariCopilot}
        inDialog
        more={(reached) => ("duplicate" in reached ? panel(reached.duplicate as DuplicateDto) : null)}
        onRetry={nothing}
        unchanged=""
      />
      <OverlayFooter check={check as unknown as ValuesCheck} onSaveUnverified={nothing} saveLabel="Save" />
    </>,
  );
  const buttons = [...markup.matchAll(/<button[^>]*button-(\w+)[^>]*>([^<]*)/g)];
  return Object.fromEntries(buttons.map(([, look = "", name = ""]) => [name, look]));
}
const primaryAfter = (outcome: CheckOutcome | undefined) =>
  Object.entries(buttonsAfter(outcome)).flatMap(([name, look]) => (look === "primary" ? [name] : []));

describe("the primary button of the overlay is the one that leads on", () => {
  it.each([
    ["before anything was asked", undefined, "Save"],
    ["after an outage, where asking again can help", answer("UNVERIFIED", true), "Try again"],
    ["where Latchkey's own limit makes one wait", limited("TOO_MANY_CHECKS"), "Try again"],
    ["where asking again cannot help", answer("UNVERIFIED", false), "Save"],
    ["after a refusal", answer("FAILED", false), "Save"],
    ["once it was accepted", answer("VERIFIED", true), "Save"],
    ["after another error", limited("UNAVAILABLE"), "Save"],
    ["where the very values are stored already", duplicate("same-values"), "Select that one"],
  ] as const)("%s", (_, outcome, name) => expect(primaryAfter(outcome)).toEqual([name]));
});

it("the very values are never offered to be replaced by themselves", () => {
  expect(buttonsAfter(duplicate("same-values"))).not.toHaveProperty("Replace its values");
  expect(buttonsAfter(duplicate("same-identity"))).toHaveProperty("Replace its values");
});
