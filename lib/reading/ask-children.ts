import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import { readRequest } from "@/lib/connectors/read-request";
import type { Each } from "@/lib/connectors/reading";
import { askPage } from "./ask-page";
import type { ReadOptions, Stop } from "./read-dto";

/**
 * What came of one parent: records, none where the provider does not know it any more, or why there is nothing. What was
 * thrown is kept, so that what came before it is not lost with it.
 */
export type Child = { asked: number } & ({ records: readonly string[] } | { stop: Stop } | { thrown: unknown });

type Asking = Pick<ReadOptions, "fetchPage" | "wait" | "now" | "limits">;

/** Where one is told to wait, all wait: what is sent meanwhile would be before the time that the provider named. */
function waitTogether({ fetchPage, wait, ...rest }: Asking): Asking {
  let waits: Promise<unknown> = Promise.resolve();
  const isOver = async () => {
    for (let known: unknown; known !== waits; ) {
      known = waits;
      await waits;
    }
  };
  return {
    ...rest,
    fetchPage: async (request) => {
      await isOver();
      return fetchPage(request);
    },
    wait: (ms) => {
      const mine = wait(ms);
      waits = Promise.all([waits, mine]);
      return mine;
    },
  };
}

/** A function that asks for what a parent has, by its name. */
export function childAsker(endpoint: Endpoint, { as }: Each, given: ParameterValues, options: Asking) {
  const together = waitTogether(options);
  return async (name: string): Promise<Child> => {
    const request = () => readRequest(endpoint, given, { [as]: name });
    const answer = await askPage(endpoint.reading, request, 0, together);
    const { asked } = answer;
    if (!("stop" in answer)) return { asked, records: answer.page.records };
    return answer.stop.reason === "gone" ? { asked, records: [] } : { asked, stop: answer.stop };
  };
}

/** What came of each, in their order, so many at a time. Behind the first that stops there may be gaps. */
export async function askAll(
  names: readonly string[],
  parallel: number,
  ask: (name: string) => Promise<Child>,
): Promise<(Child | undefined)[]> {
  const found: (Child | undefined)[] = names.map(() => undefined);
  const waiting = [...names.entries()].values();
  let isOver = false;
  const askOn = async () => {
    for (const [index, name] of waiting) {
      try {
        const child = await ask(name);
        found[index] = child;
        isOver ||= !("records" in child);
      } catch (thrown) {
        found[index] = { asked: 0, thrown };
        isOver = true;
      }
      if (isOver) return;
    }
  };
  await Promise.all(Array.from({ length: parallel }, askOn));
  return found;
}
