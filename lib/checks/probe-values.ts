import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { type ProbeCall, probeCalls } from "@/lib/connectors/probe-calls";
import { log } from "@/lib/platform/log";
import type { Judgement } from "./judge-answer";
import { outcomeTable } from "./outcome-words";
import type { ProbeDto, ProbeResult } from "./probe-dto";
import { DEADLINE_MS, type VerificationOutcome } from "./verification-dto";
import { judgeValues } from "./verify-values";

/** Behind one of these nothing more is asked: the values died, the provider is away, or nobody waits any more. */
const ENDS: ReadonlySet<VerificationOutcome> = new Set<VerificationOutcome>([
  "incomplete",
  "rate-limited",
  "paused",
  "held-back",
  "budget-used",
  "cancelled",
  "timed-out",
  "unreachable",
  "name-not-found",
  "private-address",
  "insecure-connection",
]);

const isDead = ({ outcome, httpStatus }: Judgement) => outcome === "refused" && httpStatus === 401;

/** What an answer means. A 401 says that the values live no more, which is another question. */
export function probeResult(judgement: Judgement): ProbeResult {
  const { outcome } = judgement;
  if (outcome === "accepted" || outcome === "accepted-with-warning") return "may-read";
  return outcome === "may-not-read" || (outcome === "refused" && !isDead(judgement)) ? "may-not-read" : "unclear";
}

export function describeProbe(
  { authentication: { noun } }: Connector,
  { id, reads, call }: ProbeCall,
  judgement: Judgement,
): ProbeDto {
  const { outcome } = judgement;
  const result = probeResult(judgement);
  const why = outcome === "forbidden" ? "the answer can mean that or something else" : outcomeTable[outcome].label;
  const empty = outcome === "accepted-with-warning" ? (call.emptyMeans ?? []) : [];
  const words: Record<ProbeResult, string> = {
    "may-read": [`This ${noun} may read ${reads}.`, ...empty].join(" "),
    "may-not-read": `This ${noun} may not read ${reads}.`,
    unclear: `Whether this ${noun} may read ${reads} is unclear: ${why.charAt(0).toLowerCase()}${why.slice(1)}.`,
  };
  return { id, reads, result, outcome, message: words[result] };
}

/**
 * Asks for each thing that the connector names whether the values may read it: one after the other within one deadline,
 * each at its place among the requests to the provider, pinned and judged as a check is.
 */
export async function probeValues(
  actor: Actor,
  connector: Connector,
  values: CredentialValues,
  signal?: AbortSignal,
): Promise<ProbeDto[]> {
  const endsAt = performance.now() + DEADLINE_MS;
  const found: ProbeDto[] = [];
  let ended: Judgement | undefined;
  for (const probe of probeCalls(connector)) {
    if (!ended) {
      const asked = { ...connector, verification: probe.call };
      const { judgement, tries } = await judgeValues(actor, asked, values, endsAt, signal);
      const { outcome, httpStatus } = judgement;
      log.info({ connectorId: connector.id, probe: probe.id, outcome, httpStatus, tries }, "provider asked");
      found.push(describeProbe(connector, probe, judgement));
      if (ENDS.has(outcome) || isDead(judgement)) ended = judgement;
    } else found.push(describeProbe(connector, probe, ended));
  }
  return found;
}
