import "server-only";
import type { AuthenticationScheme, Connector } from "@/lib/connectors/connector";
import { connectorBaseUrlOverride } from "@/lib/platform/env";
import { describeError, log } from "@/lib/platform/log";
import { outboundRequest } from "@/lib/platform/outbound-request";
import type { CredentialValues } from "./credential-schema";
import { judgeAnswer } from "./judge-answer";
import { describeJudgement } from "./outcome-words";
import type { VerificationResult } from "./verification-dto";

const DEADLINE_MS = 10_000;
const MAX_BODY_BYTES = 256 * 1024;

function authenticationHeaders(scheme: AuthenticationScheme, values: CredentialValues): Record<string, string> {
  const value = (field: string): string => {
    const found = values[field];
    if (found === undefined) throw new Error(`The values lack the field ${field}.`);
    return found;
  };
  switch (scheme.kind) {
    case "headers":
      return Object.fromEntries(scheme.headers.map(({ name, field }) => [name, value(field)]));
    case "basic":
      return {
        authorization: `Basic ${Buffer.from(`${value(scheme.username)}:${value(scheme.password)}`).toString("base64")}`,
      };
    case "bearer":
      return { authorization: `Bearer ${value(scheme.token)}` };
  }
}

/** Where a connector's requests go: its own host, or the operator's override. Nothing a user types is part of it. */
export function baseUrlOf(connector: Connector): string {
  return (connectorBaseUrlOverride(connector.id) ?? connector.baseUrl).replace(/\/+$/, "");
}

/** Asks the provider once whether it accepts the values. Returns, never throws; logs the outcome and no value. */
export async function verifyValues(connector: Connector, values: CredentialValues): Promise<VerificationResult> {
  const { verification: call, authentication } = connector;
  const started = performance.now();
  const answer = await outboundRequest({
    method: call.method,
    url: `${baseUrlOf(connector)}${call.path}`,
    headers: {
      accept: "application/json",
      "user-agent": "Latchkey",
      ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      ...authenticationHeaders(authentication.scheme, values),
    },
    ...(call.body === undefined ? {} : { body: call.body }),
    deadlineMs: DEADLINE_MS,
    maxBodyBytes: MAX_BODY_BYTES,
  }).catch((error: unknown) => {
    log.error({ error: describeError(error), connectorId: connector.id }, "a check could not be sent");
    return { kind: "failure", reason: "unreachable", code: "INTERNAL" } as const;
  });
  const judgement = judgeAnswer(call, answer);
  const durationMs = performance.now() - started;
  log.info({ connectorId: connector.id, ...judgement, durationMs: Math.round(durationMs) }, "provider asked");
  return describeJudgement(connector, judgement, durationMs);
}
