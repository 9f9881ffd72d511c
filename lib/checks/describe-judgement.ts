import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { keyNotices } from "@/lib/connectors/key-notices";
import { suspectValues } from "@/lib/connectors/suspect-values";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { Diagnostic, VerificationResult } from "./verification-dto";
import { wordsOf } from "./words-of";

type Measured = Pick<Diagnostic, "checkId" | "durationMs" | "tries">;

/** The field that names what was not found. */
function tenantFieldOf(connector: AnyConnector): string[] | undefined {
  if (connector.kind === "database") return [connector.authentication.login.database];
  const { api } = connector.hosts;
  return "field" in api ? [api.field] : undefined;
}

/** What a person reads of a judgement. Of the provider's own text it has the name of whose values were accepted. */
export function describeJudgement(
  connector: AnyConnector,
  judgement: Judgement,
  measured: Measured,
  values: CredentialValues = {},
): VerificationResult {
  const { outcome, httpStatus, code, flaw, retryAfterSeconds, missingFields, identity } = judgement;
  const { status, retryable, concernsFields } = outcomeTable[outcome];
  const fields = concernsFields ? connector.authentication.fields.map(({ id }) => id) : [];
  const tenantField = outcome === "tenant-not-found" ? tenantFieldOf(connector) : undefined;
  const said = wordsOf(connector, judgement);
  const kinds = keyNotices(connector, values);
  // What the values themselves let one suspect comes before what usually causes a refusal.
  const hints = [...suspectValues(connector, values), ...kinds];
  return {
    status,
    outcome,
    ...said,
    ...(status === "FAILED" ? { causes: [...hints, ...said.causes] } : {}),
    ...(status === "VERIFIED" ? { message: [said.message, ...kinds].join(" ") } : {}),
    fields: missingFields ?? tenantField ?? fields,
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
