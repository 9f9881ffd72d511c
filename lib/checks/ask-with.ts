import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { overrideOf } from "./base-url";
import { judgeExchange, type Minted, type SentRequest, tokenRequest } from "./exchange-token";
import { type Judgement, judgeAnswer } from "./judge-answer";
import { proofRequest } from "./proof-request";

export type Send = (request: SentRequest) => Promise<OutboundAnswer | OutboundFailure>;

/** The proof, signed with a token. */
function proofWith({ verification }: Connector, { origin, token }: Minted): SentRequest {
  const { method, path, body } = verification;
  const headers = { accept: "application/json", "user-agent": "Latchkey", authorization: `Bearer ${token}` };
  return { method, url: `${origin}${path}`, origin, headers, ...(body === undefined ? {} : { body }) };
}

/** Asks whether the values are accepted: with one request, or with two where they are traded for a token first. */
export async function askWith(connector: Connector, values: CredentialValues, send: Send): Promise<Judgement> {
  const { exchange } = connector.authentication;
  const isOverridden = overrideOf(connector) !== undefined;
  if (!exchange) return judgeAnswer(connector, await send(proofRequest(connector, values)), isOverridden);
  const request = tokenRequest(connector, exchange, values);
  const asked = { origin: request.origin, isOverridden };
  const minted = judgeExchange(connector, exchange, await send(request), asked);
  if (!("token" in minted)) return minted.judgement;
  return judgeAnswer(connector, await send(proofWith(connector, minted)), isOverridden);
}
