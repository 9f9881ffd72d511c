import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { SignInConnector } from "@/lib/connectors/connector";

/** A check as lines for a ticket: what came of it and how, and no value. */
export function diagnosticText(
  { name, id }: SignInConnector,
  { status, outcome, diagnostic }: VerificationResult,
): string {
  const { httpStatus, code, flaw, durationMs, tries, checkId, checkedAt } = diagnostic;
  const lines: [label: string, value: string | number | undefined][] = [
    ["Connector", `${name} (${id})`],
    ["Outcome", `${outcome} (${status})`],
    ["HTTP status", httpStatus],
    ["Code", code],
    ["Flaw", flaw],
    ["Duration", `${durationMs} ms`],
    ["Tries", tries],
    ["Check", checkId],
    ["Time", checkedAt],
  ];
  const said = lines.filter(([, value]) => value !== undefined);
  return ["Latchkey check", ...said.map(([label, value]) => `${label}: ${value}`)].join("\n");
}
