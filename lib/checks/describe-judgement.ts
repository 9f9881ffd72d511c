import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { keyNotices } from "@/lib/connectors/key-notices";
import { suspectValues } from "@/lib/connectors/suspect-values";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { Diagnostic, VerificationResult } from "./verification-dto";

type Measured = Pick<Diagnostic, "checkId" | "durationMs" | "tries">;

/** What a person reads of a judgement. Of the provider's own text it has the name of whose values were accepted. */
export function describeJudgement(
  connector: Connector,
  judgement: Judgement,
  measured: Measured,
  values: CredentialValues = {},
): VerificationResult {
  const { outcome, httpStatus, code, flaw, retryAfterSeconds, missingFields, identity } = judgement;
  const { status, words, retryable, concernsFields } = outcomeTable[outcome];
  const { hosts, authentication } = connector;
  const fields = concernsFields ? authentication.fields.map(({ id }) => id) : [];
  const hostField = outcome === "tenant-not-found" && "field" in hosts.api ? [hosts.api.field] : undefined;
  const said = words(connector, judgement);
  const kinds = keyNotices(connector, values);
  // What the values themselves let one suspect comes before what usually causes a refusal.
  const hints = [...suspectValues(connector, values), ...kinds];
  return {
    status,
    outcome,
    ...said,
    ...(status === "FAILED" ? { causes: [...hints, ...said.causes] } : {}),
    ...(status === "VERIFIED" ? { message: [said.message, ...kinds].join(" ") } : {}),
    fields: missingFields ?? hostField ?? fields,
    retryable,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(identity === undefined ? {} : { whose: identity }),
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
