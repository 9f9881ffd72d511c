import "server-only";
import { findBaseUrl, mayBePrivate, overrideOf } from "@/lib/checks/base-url";
import { judgeExchange, type Minted, type SentRequest, tokenRequest } from "@/lib/checks/exchange-token";
import type { ReadBudget, Room } from "@/lib/checks/read-budget";
import { signatureOf, signedTarget } from "@/lib/checks/sign-request";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import type { Exchange } from "@/lib/connectors/exchange";
import type { ReadRequest } from "@/lib/connectors/read-request";
import { type OutboundAnswer, outboundRequest } from "@/lib/platform/outbound-request";
import type { PageAnswer } from "./read-dto";

/** No provider's page is larger; one that is counts as too heavy, and is asked for again by half. */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const DEADLINE_MS = 30_000;

/** Why nothing more is asked: no place, no time, or nobody there any more. What was read until then stands. */
export class NoRoom extends Error {
  static readonly kind: string = "NoRoom";
  override readonly name = "NoRoom";
  readonly room: Exclude<Room, "now">;

  constructor(room: Exclude<Room, "now">) {
    super("Nothing more is asked.");
    this.room = room;
  }
}

/** What one read has of the values, and how it gets those that took their place meanwhile. */
export type Values = {
  current: CredentialValues;
  renew: () => Promise<boolean>;
  /** The token that they were last traded for, where a connector trades them. */
  token?: string;
};

export type Asking = {
  connector: Connector;
  /** Where the values lead that the read began with. Values that lead elsewhere end it: they are another account's. */
  baseUrl: string;
  values: Values;
  budget: ReadBudget;
  signal: AbortSignal;
  /** A moment of `performance.now()` by which this has to be over. */
  latest: number;
  /** Called for each request that is sent. */
  onRequest: () => void;
};

const textOf = (body: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
};

function toPage(answer: OutboundAnswer): PageAnswer {
  const { status, headers, body, truncated } = answer;
  if (truncated) return { status: 413, text: "" };
  // What is no UTF-8 is no JSON either, and is said to be that.
  return { status, text: textOf(body) ?? "", headers: Object.fromEntries(headers) };
}

async function send({ connector, signal, latest }: Asking, request: SentRequest) {
  const answer = await outboundRequest({
    ...request,
    deadlineMs: Math.max(Math.floor(Math.min(DEADLINE_MS, latest - performance.now())), 1),
    maxBodyBytes: MAX_PAGE_BYTES,
    allowPrivate: mayBePrivate(connector),
    keepAlive: true,
    signal,
  });
  if (answer.kind === "answer") return answer;
  if (signal.aborted) throw new NoRoom("stopped");
  if (performance.now() >= latest) throw new NoRoom("too-late");
  return answer;
}

const REFUSED: PageAnswer = { status: 401, text: "" };

/** Whether the values that took the place of those it began with are another account's: no host but their own has them. */
const leadElsewhere = ({ connector, baseUrl, values }: Asking): boolean =>
  findBaseUrl(connector, values.current) !== baseUrl;

/** A page's request with what signs it: the values, or the token that they were traded for. */
function signedPage({ connector, baseUrl, values }: Asking, request: ReadRequest, minted?: Minted): SentRequest {
  const signature = minted
    ? { headers: { authorization: `Bearer ${minted.token}` }, query: "" }
    : signatureOf(connector, values.current);
  const origin = minted?.origin ?? new URL(baseUrl).origin;
  return {
    method: request.method,
    url: `${minted?.origin ?? baseUrl}${signedTarget(request.target, signature)}`,
    origin,
    headers: {
      accept: "application/json",
      "user-agent": "Latchkey",
      ...(request.body ? { "content-type": "application/json" } : {}),
      ...signature.headers,
    },
    ...(request.body ? { body: JSON.stringify(request.body) } : {}),
  };
}

/** A token for the values as they are now, or what the provider said instead of giving one. */
async function mint(asking: Asking, exchange: Exchange): Promise<Minted | PageAnswer> {
  const { connector, baseUrl, values } = asking;
  if (leadElsewhere(asking)) return REFUSED;
  const answer = await send(asking, tokenRequest(connector, exchange, values.current));
  const isOverridden = overrideOf(connector) !== undefined;
  const minted = judgeExchange(connector, exchange, answer, { origin: new URL(baseUrl).origin, isOverridden });
  if ("token" in minted) {
    values.token = minted.token;
    return minted;
  }
  if (answer.kind === "failure") return { unreachable: answer.reason };
  if (minted.judgement.outcome === "refused") return REFUSED;
  // What is no token is no page either, whatever its status says.
  return { ...toPage(answer), status: answer.status < 300 ? 502 : answer.status };
}

/**
 * What asks the provider for pages, each at its place among all requests with the credential. Values that were replaced
 * while it reads are taken once the old ones are refused. Throws `NoRoom` where nothing more may be asked.
 */
export function pageFetcher(asking: Asking) {
  let turn: Promise<unknown> = Promise.resolve();
  // Where several are asked at once, each takes its place behind the one before.
  const take = async () => {
    const mine = turn.then(() => asking.budget.take(asking.latest));
    turn = mine.catch(() => undefined);
    const room = await mine;
    if (room !== "now") throw new NoRoom(room);
    asking.onRequest();
  };
  const { exchange } = asking.connector.authentication;
  // Of this read alone: nobody else's, and gone with it.
  let minted: Minted | undefined;
  const askOnce = async (request: ReadRequest): Promise<PageAnswer> => {
    if (exchange && !minted) {
      const token = await mint(asking, exchange);
      if (!("token" in token)) return token;
      minted = token;
      await take();
    }
    // Another page that is asked for may have taken new values while this one waited.
    if (leadElsewhere(asking)) return REFUSED;
    const answer = await send(asking, signedPage(asking, request, minted));
    return answer.kind === "answer" ? toPage(answer) : { unreachable: answer.reason };
  };
  return async (request: ReadRequest): Promise<PageAnswer> => {
    await take();
    const used = asking.values.current;
    const had = minted;
    const answer = await askOnce(request);
    if (!("status" in answer) || (answer.status !== 401 && answer.status !== 403)) return answer;
    await asking.values.renew();
    if (leadElsewhere(asking)) return answer;
    // A token may end before the read does: it is asked for once more, where this one was not just made.
    const isEnded = answer.status === 401 && had !== undefined && had === minted;
    // Of several that are asked at once, another one may have taken the new values.
    if (asking.values.current === used && !isEnded) return answer;
    minted = undefined;
    await take();
    return askOnce(request);
  };
}
