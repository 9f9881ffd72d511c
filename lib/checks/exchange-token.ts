import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import type { Exchange } from "@/lib/connectors/exchange";
import { hostName } from "@/lib/connectors/hosts";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";
import { baseUrlOf } from "./base-url";
import { at, type Json, parseAnswer } from "./expected-answer";
import { type Judgement, judgeAnswer } from "./judge-answer";

export type SentRequest = {
  method: "GET" | "POST";
  url: string;
  origin: string;
  headers: Record<string, string>;
  body?: string;
};

/** Where a token is good, and the token. */
export type Minted = { origin: string; token: string };

/** The request that trades a pair for a token. */
export function tokenRequest(connector: Connector, exchange: Exchange, values: CredentialValues): SentRequest {
  const { path, client, clientId, clientSecret } = exchange;
  const [id = "", secret = ""] = [values[clientId], values[clientSecret]];
  const baseUrl = baseUrlOf(connector, values);
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  if (client === "body") {
    form.set("client_id", id);
    form.set("client_secret", secret);
  }
  const login = Buffer.from(`${id}:${secret}`).toString("base64");
  return {
    method: "POST",
    url: `${baseUrl}${path}`,
    origin: new URL(baseUrl).origin,
    headers: {
      accept: "application/json",
      "user-agent": "Latchkey",
      "content-type": "application/x-www-form-urlencoded",
      ...(client === "basic" ? { authorization: `Basic ${login}` } : {}),
    },
    body: form.toString(),
  };
}

/** The origin that an answer names, if it is one of the provider's own zones. */
function ownOrigin({ authentication }: Connector, text: Json | undefined): string | undefined {
  if (typeof text !== "string" || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOwn = authentication.fields.some(
    (field) => !field.secret && field.kind === "text" && field.host && hostName(url.hostname, field.host) !== undefined,
  );
  return isOwn && url.protocol === "https:" && url.port === "" ? url.origin : undefined;
}

/**
 * What a provider answers where it is asked for a token. Wrong pairs get 400 as often as 401, so it is the word of the
 * answer that counts; what has none is judged as any answer is.
 * @param asked the origin that was asked, where the operator or the answer names no other
 */
export function judgeExchange(
  connector: Connector,
  exchange: Exchange,
  answer: OutboundAnswer | OutboundFailure,
  asked: { origin: string; isOverridden: boolean },
): Minted | { judgement: Judgement } {
  const json = answer.kind === "answer" ? parseAnswer(answer) : undefined;
  if (answer.kind === "answer" && answer.status >= 200 && answer.status < 300) {
    const token = at(json, exchange.token);
    const named = exchange.apiAt && !asked.isOverridden ? ownOrigin(connector, at(json, exchange.apiAt)) : asked.origin;
    if (typeof token === "string" && /^[\x21-\x7E]{1,8192}$/.test(token) && named) return { origin: named, token };
    const flaw = json === undefined ? "not-json" : "wrong-shape";
    return { judgement: { outcome: "unexpected-answer", flaw, httpStatus: answer.status } };
  }
  const word = at(json, ["error"]);
  const refused = exchange.refused.find(({ error }) => error === word);
  if (answer.kind === "answer" && answer.status < 500 && refused)
    return { judgement: { outcome: "refused", httpStatus: answer.status, cause: refused.cause } };
  // What 403 means is said of the proof: where no token was made, nothing was accepted.
  const verification = { ...connector.verification, forbidden: "unclear" as const };
  return { judgement: judgeAnswer({ ...connector, verification }, answer, asked.isOverridden) };
}
