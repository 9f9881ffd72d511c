import { answerClari, type ClariAnswer } from "./answer-clari";
import { makeClariData } from "./clari-data";
import { isSamePair, NOT_PROVIDED, newClariPair, presentedPair } from "./clari-pair";
import type { ClariSandbox, ClariSandboxOptions, RecordedClariRequest } from "./clari-sandbox";
import { faultChooser, isFaultKey } from "./fault-chooser";
import { type Exchange, startHttpSandbox } from "./http-sandbox";
import { rateLimit } from "./rate-limit";
import { answerSandboxPage, isSandboxPage } from "./sandbox-page";
import { sendJson } from "./send";

const MAX_ANSWER_BYTES = 6 * 1024 * 1024;
/** Fixed, so that data do not depend on the day: 2026-06-30. */
const USUAL_UNTIL = Date.UTC(2026, 5, 30);

/** A server on 127.0.0.1 that speaks Clari Copilot's documented API with made-up data, and can misbehave. */
export async function startClariSandbox(options: ClariSandboxOptions = {}): Promise<ClariSandbox> {
  const { seed = 1, people = 40, calls = 250, until = USUAL_UNTIL, refuseWith = 401 } = options;
  const data = makeClariData({ seed, people, calls, until });
  const goesOver = rateLimit({ perSecond: options.ratePerSecond ?? 10, perWeek: options.ratePerWeek ?? 100_000 });
  const faults = faultChooser();
  let pair = options.pair ?? newClariPair();

  /** The answer of a Clari without faults. */
  function correct({ request, url }: Exchange): ClariAnswer {
    const presented = presentedPair(request);
    if (!presented.apiKey || !presented.apiPassword) return { status: 401, json: { errorMessage: NOT_PROVIDED } };
    if (!isFaultKey(presented)) {
      if (!isSamePair(presented, pair))
        return refuseWith === 403
          ? { status: 403, json: { message: "Forbidden" } }
          : { status: 401, json: { errorMessage: "Invalid credentials" } };
      const limit = goesOver();
      if (limit) return { status: 429, json: { message: limit === "week" ? "Limit Exceeded" : "Too Many Requests" } };
    }
    const answer = answerClari(data, request.method ?? "GET", url);
    const isTooLong = Buffer.byteLength(JSON.stringify(answer.json)) > MAX_ANSWER_BYTES;
    return isTooLong ? { status: 502, json: { message: "Internal server error" } } : answer;
  }

  const server = await startHttpSandbox<RecordedClariRequest>({
    port: options.port,
    secretsOf: (request) => Object.values(presentedPair(request)),
    record: (request, base) => {
      if (options.page && isSandboxPage(base.path)) return undefined;
      const presented = presentedPair(request);
      const hasBothHeaders = presented.apiKey !== "" && presented.apiPassword !== "";
      return { ...base, hasBothHeaders, headersMatchPair: isSamePair(presented, pair), fault: null };
    },
    answer: async (exchange, recorded) => {
      if (!recorded) return answerSandboxPage(exchange, sandbox);
      const presented = presentedPair(exchange.request);
      const choice = faults.choose(presented);
      if (choice === "unknown")
        return sendJson(exchange, 400, { errorMessage: "The sandbox has no such fault; its page lists them all." });
      if (!choice) {
        const { status, json } = correct(exchange);
        return sendJson(exchange, status, json);
      }
      recorded.fault = choice.text;
      await choice.fault.answer({
        exchange,
        argument: choice.argument,
        attempt: choice.attempt,
        correct: () => correct(exchange),
        ownUrl: server.url,
        redirectTo: options.redirectTo,
        presented,
      });
    },
  });

  const sandbox: ClariSandbox = {
    ...server,
    get pair() {
      return pair;
    },
    generatePair: () => {
      pair = newClariPair();
      options.onNewPair?.(pair);
      return pair;
    },
    behave: faults.behave,
  };
  return sandbox;
}
