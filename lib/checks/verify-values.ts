import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { noteRefused } from "@/lib/auth/attempt";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { log } from "@/lib/platform/log";
import { randomId } from "@/lib/platform/random-id";
import { askProvider } from "./ask-provider";
import { isHostAllowed } from "./base-url";
import { circuitKey } from "./circuit-key";
import { closeCircuit, countFailure, enterCircuit } from "./circuit-repository";
import { reachOfValues } from "./database-target";
import { describeJudgement } from "./describe-judgement";
import { hostAsked } from "./host-asked";
import { withoutEcho } from "./identity";
import type { Judgement } from "./judge-answer";
import { takeRequest } from "./request-budget";
import { DEADLINE_MS, type VerificationOutcome, type VerificationResult } from "./verification-dto";

/** There was no answer of the provider. */
const FAILURES: ReadonlySet<VerificationOutcome> = new Set<VerificationOutcome>([
  "provider-error",
  "timed-out",
  "name-not-found",
  "unreachable",
  "insecure-connection",
]);
/** Nothing was learnt about the provider. */
const SILENT: ReadonlySet<VerificationOutcome> = new Set<VerificationOutcome>([
  "cancelled",
  "budget-used",
  "private-address",
  "host-not-allowed",
]);

const hostFields = (connector: AnyConnector): string[] =>
  connector.kind !== "database" && "field" in connector.hosts.api ? [connector.hosts.api.field] : [];

type Asked = { judgement: Judgement; tries: number };

/** What the provider says of the values, asked at their place, if nothing keeps from asking. */
export async function judgeValues(
  actor: Actor,
  connector: AnyConnector,
  values: CredentialValues,
  endsAt: number,
  signal: AbortSignal | undefined,
): Promise<Asked> {
  if (connector.kind !== "database") {
    if (!isHostAllowed(connector)) return { judgement: { outcome: "host-not-allowed" }, tries: 0 };
    // It would accept any: what came of it would say nothing.
    if (connector.own && !connector.own.isVerifiable) return { judgement: { outcome: "not-verifiable" }, tries: 0 };
  }
  const { fields } = connector.authentication;
  const missingFields = fields.filter(({ id, optional }) => !optional && !values[id]).map(({ id }) => id);
  if (missingFields.length > 0) return { judgement: { outcome: "incomplete", missingFields }, tries: 0 };
  const host = hostAsked(connector, values);
  // Part of the key says where it belongs: without that it is cut short.
  if (host === undefined)
    return { judgement: { outcome: "incomplete", missingFields: hostFields(connector) }, tries: 0 };
  // Typed where the operator allowed it, and stored since.
  if (connector.kind === "database" && reachOfValues(connector, values) === "none")
    return {
      judgement: { outcome: "host-not-allowed", missingFields: [connector.authentication.login.host] },
      tries: 0,
    };
  const asker = { host, credential: circuitKey(host, values), byHand: actor.kind === "member" };
  const circuit = await enterCircuit(asker);
  if (circuit.state === "open") {
    const { to, retryAfterSeconds } = circuit;
    return { judgement: { outcome: to === "everyone" ? "paused" : "held-back", retryAfterSeconds }, tries: 0 };
  }
  const asked = await askProvider(connector, values, {
    endsAt,
    signal,
    takeSlot: (latest) => takeRequest({ ...asker, connector, signal }, latest),
  });
  const { outcome } = asked.judgement;
  if (FAILURES.has(outcome)) await countFailure(asker);
  else if (!SILENT.has(outcome)) await closeCircuit(asker);
  return asked;
}

/**
 * Asks the provider whether it accepts the values, within one deadline for everything: waiting for a place among the
 * requests, the request, a second try. Returns what came of it, and throws only where the database is away. The log
 * line names outcome and check, and no value.
 */
export async function verifyValues(
  actor: Actor,
  connector: AnyConnector,
  values: CredentialValues,
  signal?: AbortSignal,
): Promise<VerificationResult> {
  const checkId = randomId().slice(0, 12);
  const started = performance.now();
  const asked = await judgeValues(actor, connector, values, started + DEADLINE_MS, signal);
  const durationMs = Math.round(performance.now() - started);
  const { tries } = asked;
  const { identity: named, ...rest } = asked.judgement;
  const identity = named && withoutEcho(named, connector, values);
  const judgement = { ...rest, ...(identity ? { identity } : {}) };
  const { cause: _, ...logged } = rest;
  log.info({ checkId, connectorId: connector.id, ...logged, tries, durationMs }, "provider asked");
  const result = describeJudgement(connector, judgement, { checkId, durationMs, tries }, values);
  if (result.status !== "VERIFIED" && result.outcome !== "cancelled") noteRefused(actor, result.outcome, connector);
  return result;
}
