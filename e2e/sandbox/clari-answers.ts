import { answerClari } from "./answer-clari";
import { answerGenerated } from "./answer-generated";
import { makeClariData } from "./clari-data";
import type { ClariPair } from "./clari-pair";
import type { ClariSandboxOptions } from "./clari-sandbox";
import { echoHeaders } from "./echoes";
import type { SandboxAnswer } from "./fault";
import { generatedCalls, NOT_GENERATED } from "./generated-calls";
import { BadParameter, queryReader } from "./query-reader";
import { generatedOf } from "./reading-options";

/** Fixed, so that data do not depend on the day: 2026-06-30. */
const USUAL_UNTIL = Date.UTC(2026, 5, 30);

/** What a sandbox with these options answers to somebody whose pair was accepted. */
export function clariAnswers(options: ClariSandboxOptions, pair: () => ClariPair) {
  const { seed = 1, people = 40, calls: count = 250, until = USUAL_UNTIL, boundary = "inclusive", echo } = options;
  const data = { ...makeClariData({ seed, people, calls: count, until }), boundary };
  const generated = generatedOf(options);
  const calls =
    generated && generatedCalls({ ...options, ...generated, seed, until, boundary, users: data.users, pair });

  function answerFromNumbers(method: string, url: URL, number: number): SandboxAnswer | undefined {
    if (!calls || method !== "GET") return undefined;
    const settings = { calls, echo, pretty: options.pretty, pair };
    try {
      const answer = answerGenerated(settings, url.pathname, queryReader(url.searchParams));
      // What changes is seen by the next request: a page is of one moment.
      if (answer) calls.sent(answer.records, number);
      return answer;
    } catch (error) {
      if (!(error instanceof BadParameter)) throw error;
      return { status: 400, text: JSON.stringify({ errorMessage: error.message, ...(echo && { askedBy: pair() }) }) };
    }
  }
  function answer(method: string, url: URL, number: number): SandboxAnswer {
    const found = answerFromNumbers(method, url, number);
    if (found) return found;
    const { status, json } = answerClari(data, method, url);
    return { status, text: JSON.stringify(json) };
  }
  return {
    calls: calls?.asked ?? NOT_GENERATED,
    changes: calls?.changes ?? [],
    answer: (method: string, url: URL, number: number): SandboxAnswer =>
      echo ? { ...answer(method, url, number), headers: echoHeaders(pair()) } : answer(method, url, number),
  };
}
