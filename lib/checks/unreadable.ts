import "server-only";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { randomId } from "@/lib/platform/random-id";
import { describeJudgement } from "./describe-judgement";
import type { VerificationResult } from "./verification-dto";

/** What a check comes to where the stored values do not open: there is nothing to ask the provider about. */
export function unreadable(connector: AnyConnector): VerificationResult {
  return describeJudgement(
    connector,
    { outcome: "unreadable" },
    { checkId: randomId().slice(0, 12), durationMs: 0, tries: 0 },
  );
}
