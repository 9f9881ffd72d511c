import type { Connector } from "@/lib/connectors/connector";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { Diagnostic, VerificationResult } from "./verification-dto";

type Measured = Pick<Diagnostic, "checkId" | "durationMs" | "tries">;

/** What a person reads of a judgement. Nothing of the provider's own text is in it. */
export function describeJudgement(connector: Connector, judgement: Judgement, measured: Measured): VerificationResult {
  const { outcome, httpStatus, code, flaw, retryAfterSeconds, missingFields } = judgement;
  const { status, words, retryable, concernsFields } = outcomeTable[outcome];
  const fields = concernsFields ? connector.authentication.fields.map(({ id }) => id) : [];
  return {
    status,
    outcome,
    ...words(connector, judgement),
    fields: missingFields ?? fields,
    retryable,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    diagnostic: {
      ...measured,
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(code === undefined ? {} : { code }),
      ...(flaw === undefined ? {} : { flaw }),
      durationMs: Math.round(measured.durationMs),
      checkedAt: new Date().toISOString(),
    },
  };
}
