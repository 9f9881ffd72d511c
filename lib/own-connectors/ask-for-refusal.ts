import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { mayBePrivate } from "@/lib/checks/base-url";
import { withinCheckLimits } from "@/lib/checks/check-limits";
import { describeJudgement } from "@/lib/checks/describe-judgement";
import { type Judgement, judgeAnswer } from "@/lib/checks/judge-answer";
import { proofRequest } from "@/lib/checks/proof-request";
import { DEADLINE_MS } from "@/lib/checks/verification-dto";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { fieldsIn } from "@/lib/connectors/placements";
import { log } from "@/lib/platform/log";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { randomId } from "@/lib/platform/random-id";
import { connectorOfDefinition } from "./connector-of-definition";
import type { Definition } from "./definition-dto";
import type { TriedDto, TryDto } from "./own-connector-dto";

const MAX_BODY_BYTES = 256 * 1024;

/** The connector as it is asked without a key: with what is fixed, and nothing where a value would stand. */
function withoutFields(connector: Connector): Connector {
  const { authentication } = connector;
  const placements = authentication.placements.filter((placement) => fieldsIn(placement).length === 0);
  return { ...connector, authentication: { ...authentication, fields: [], placements } };
}

const inventedValues = ({ authentication }: Connector): CredentialValues =>
  Object.fromEntries(
    authentication.fields
      .filter(({ optional }) => !optional)
      .map(({ id, secret }) => [id, secret ? `invented-${randomId()}` : "invented"]),
  );

async function ask(connector: Connector, values: CredentialValues, signal?: AbortSignal): Promise<Judgement> {
  const answer = await outboundRequest({
    ...proofRequest(connector, values),
    deadlineMs: DEADLINE_MS,
    maxBodyBytes: MAX_BODY_BYTES,
    allowPrivate: mayBePrivate(connector),
    ...(signal ? { signal } : {}),
  });
  return judgeAnswer(connector, answer);
}

const WITHOUT = { "no-key": "without a key", "invented-key": "with an invented key" };

function sentenceOf(connector: Connector, judgement: Judgement, asked: TriedDto["with"]): string {
  const { outcome, httpStatus } = judgement;
  if (outcome === "refused") return `Refused ${WITHOUT[asked]}, with ${httpStatus}: as it should be.`;
  if (outcome === "accepted" || outcome === "may-not-read")
    return `${connector.own?.host} answered ${WITHOUT[asked]} as if it were right. Ask for something that only a valid key can see.`;
  if (outcome === "forbidden")
    return `Answered 403 ${WITHOUT[asked]}. If that's how a wrong key is refused, say so in the definition.`;
  const { message } = describeJudgement(connector, judgement, { checkId: "", durationMs: 0, tries: 1 });
  return `Asked ${WITHOUT[asked]}: ${message}`;
}

/**
 * Asks the proof of a definition twice: without a key and with an invented one. Only a host that refuses both proves
 * anything by accepting a third. No value of anyone's is sent. Each counts as a check of the actor's. Whoever stops it
 * between both has seen nothing.
 */
export async function askForRefusal(actor: Actor, definition: Definition, signal?: AbortSignal): Promise<TryDto> {
  const { host } = definition;
  const own = { version: 0, host, isVerifiable: true, isUnconfirmed: false };
  const connector: Connector = { ...connectorOfDefinition("own-tried", definition), own };
  const tries: TriedDto[] = [];
  for (const asked of ["no-key", "invented-key"] as const) {
    const [as, values] = asked === "no-key" ? [withoutFields(connector), {}] : [connector, inventedValues(connector)];
    const judgement = await withinCheckLimits(actor, () => ask(as, values, signal));
    const isRefused = judgement.outcome === "refused";
    tries.push({ with: asked, isRefused, sentence: sentenceOf(connector, judgement, asked) });
    const { identity: _, cause: __, ...logged } = judgement;
    log.info({ host, asked, ...logged }, "a definition was tried");
    if (signal?.aborted) return { isRefused: false, tries };
  }
  return { isRefused: tries.every(({ isRefused }) => isRefused), tries };
}
