import { clariAnswers } from "./clari-answers";
import { isSamePair, NOT_PROVIDED, newClariPair, presentedPair } from "./clari-pair";
import type { ClariSandbox, ClariSandboxOptions, RecordedClariRequest } from "./clari-sandbox";
import { earlyRequests } from "./early-requests";
import { newEchoPair } from "./echoes";
import type { SandboxAnswer } from "./fault";
import { faultChooser, isFaultKey } from "./fault-chooser";
import { flakyReading } from "./flaky-reading";
import { type Exchange, startHttpSandbox } from "./http-sandbox";
import { mostInASecond } from "./most-in-a-second";
import { rateLimit } from "./rate-limit";
import { answerSandboxPage, isSandboxPage } from "./sandbox-page";
import { sendAnswer, sendJson } from "./send";

const MAX_ANSWER_BYTES = 6 * 1024 * 1024;

const json = (status: number, value: object): SandboxAnswer => ({ status, text: JSON.stringify(value) });

/** A server on 127.0.0.1 that speaks Clari Copilot's documented API with made-up data, and can misbehave. */
export async function startClariSandbox(options: ClariSandboxOptions = {}): Promise<ClariSandbox> {
  const { seed = 1, refuseWith = 401 } = options;
  const newPair = options.echo ? newEchoPair : newClariPair;
  const pairs = [options.pair ?? newPair()];
  const currentPair = () => pairs.at(-1) ?? newPair();
  const answers = clariAnswers(options, currentPair);
  const goesOver = rateLimit({ perSecond: options.ratePerSecond ?? 10, perWeek: options.ratePerWeek ?? 100_000 });
  const faults = faultChooser(options.flaky ? flakyReading(options.flaky, seed) : () => undefined);

  /** The answer of a Clari without faults. */
  function correct({ request, url }: Exchange, number: number): SandboxAnswer {
    const presented = presentedPair(request);
    if (!presented.apiKey || !presented.apiPassword) return json(401, { errorMessage: NOT_PROVIDED });
    if (!isFaultKey(presented)) {
      if (!isSamePair(presented, currentPair()))
        return refuseWith === 403
          ? json(403, { message: "Forbidden" })
          : json(401, { errorMessage: "Invalid credentials" });
      const limit = goesOver();
      if (limit) return json(429, { message: limit === "week" ? "Limit Exceeded" : "Too Many Requests" });
    }
    const answer = answers.answer(request.method ?? "GET", url, number);
    // No sign has more than three bytes a unit: most answers need no counting.
    const isTooLong = answer.text.length * 3 > MAX_ANSWER_BYTES && Buffer.byteLength(answer.text) > MAX_ANSWER_BYTES;
    return isTooLong ? json(502, { message: "Internal server error" }) : answer;
  }

  const server = await startHttpSandbox<RecordedClariRequest>({
    port: options.port,
    secretsOf: (request) => Object.values(presentedPair(request)),
    record: (request, base) => {
      if (options.page && isSandboxPage(base.path)) return undefined;
      const presented = presentedPair(request);
      const which = pairs.findLastIndex((pair) => isSamePair(presented, pair));
      return {
        ...base,
        hasBothHeaders: presented.apiKey !== "" && presented.apiPassword !== "",
        headersMatchPair: which === pairs.length - 1,
        pair: which < 0 ? null : which + 1,
        fault: null,
      };
    },
    answer: async (exchange, recorded) => {
      if (!recorded) return answerSandboxPage(exchange, sandbox);
      const presented = presentedPair(exchange.request);
      const choice = faults.choose(presented, recorded.headersMatchPair);
      if (choice === "unknown")
        return sendJson(exchange, 400, { errorMessage: "The sandbox has no such fault; its page lists them all." });
      if (!choice) return sendAnswer(exchange, correct(exchange, recorded.number));
      recorded.fault = choice.text;
      await choice.fault.answer({
        exchange,
        argument: choice.argument,
        attempt: choice.attempt,
        correct: () => correct(exchange, recorded.number),
        ownUrl: server.url,
        redirectTo: options.redirectTo,
        presented,
      });
    },
  });

  const sandbox: ClariSandbox = {
    ...server,
    get pair() {
      return currentPair();
    },
    calls: answers.calls,
    changes: answers.changes,
    get early() {
      return earlyRequests(server.requests);
    },
    mostInASecond: () => mostInASecond(server.requests),
    generatePair: () => {
      const pair = newPair();
      pairs.push(pair);
      options.onNewPair?.(pair);
      return pair;
    },
    behave: faults.behave,
  };
  return sandbox;
}
