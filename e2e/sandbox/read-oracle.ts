import type { ClariPair } from "./clari-pair";
import { allForms } from "./echoes";
import type { GeneratedCalls } from "./generated-calls";
import { compactJson } from "./json-tokens";

export type OracleOptions = {
  /** What was asked for, as the query of `/calls`. */
  query?: string;
  /** How many requests had come when the read began: the `number` of the last one before it. */
  after?: number;
  /** Where the records repeat the pair: what the reader writes in its place. */
  replaced?: { pair: ClariPair; by: string };
};

/** A right read has empty lists; but what came or moved meanwhile may be met late, or at both its places. */
export type ReadVerdict = {
  records: number;
  /** Ids that were always there and were not read. */
  missing: string[];
  /** Ids that were always there and were read more than once. */
  repeated: string[];
  repeatedOfMoved: string[];
  /** Ids that were never asked for. */
  unexpected: string[];
  /** Ids that were always there and whose time is before that of the line before. */
  outOfOrder: string[];
  outOfOrderOfMoved: string[];
  /** Ids whose bytes are none that were sent, white space outside strings apart. */
  changed: string[];
  /** The beginnings of lines that are no record of the sandbox. */
  unknown: string[];
};

const LINK_ID = /copilot\.example\.com\/call\/([0-9a-f]+)/;
const TIME = /"time":"([^"]*)"/;

/** How a text that was sent looks once every form of the pair is replaced. */
function replacer({ replaced }: OracleOptions) {
  if (!replaced) return { sent: (text: string) => text, read: (text: string) => text };
  const { pair, by } = replaced;
  const forms = allForms(pair);
  // Some leave the padding of base64 behind what they replace.
  const read = (text: string) => text.replaceAll(`${by}==`, by).replaceAll(`${by}=`, by);
  return { sent: (text: string) => read(forms.reduce((left, form) => left.replaceAll(form, by), text)), read };
}

/** Takes the lines of a read one by one, and says in the end what is wrong with it. Holds a byte a call, not the lines. */
export function readOracle(calls: GeneratedCalls, options: OracleOptions = {}) {
  const texts = replacer(options);
  const late = new Set<number>();
  const wrong = { changed: [] as string[], unknown: [] as string[] };
  let seen = new Uint8Array(calls.total);
  let lastTime = "";
  let records = 0;

  function count(number: number): void {
    if (number >= seen.length) {
      const more = new Uint8Array(calls.total);
      more.set(seen);
      seen = more;
    }
    seen[number] = Math.min(255, (seen[number] ?? 0) + 1);
  }
  return {
    take(line: string): void {
      records += 1;
      const id = LINK_ID.exec(line)?.[1] ?? "";
      const number = calls.numberOf(id);
      if (number === undefined || number >= calls.total) {
        wrong.unknown.push(line.slice(0, 200));
        return;
      }
      count(number);
      const text = texts.read(compactJson(line));
      if (!calls.texts(number).some((sent) => texts.sent(compactJson(sent)) === text)) wrong.changed.push(id);
      const time = TIME.exec(text)?.[1] ?? "";
      if (time < lastTime) late.add(number);
      lastTime = time;
    },
    verdict(): ReadVerdict {
      const of = calls.standing(options.query, options.after);
      const idsOf = (isWrong: (times: number, standing: ReturnType<typeof of>, number: number) => boolean) => {
        const ids: string[] = [];
        for (let number = 0; number < calls.total; number += 1)
          if (isWrong(seen[number] ?? 0, of(number), number)) ids.push(calls.idOf(number));
        return ids;
      };
      return {
        records,
        missing: idsOf((times, standing) => times === 0 && standing === "always"),
        repeated: idsOf((times, standing) => times > 1 && standing === "always"),
        repeatedOfMoved: idsOf((times, standing) => times > 1 && standing === "perhaps"),
        unexpected: idsOf((times, standing) => times > 0 && standing === "never"),
        outOfOrder: idsOf((_, standing, number) => standing === "always" && late.has(number)),
        outOfOrderOfMoved: idsOf((_, standing, number) => standing !== "always" && late.has(number)),
        ...wrong,
      };
    },
  };
}

/** The verdict upon all lines of a read; they may come from a stream. */
export async function judgeRead(
  calls: GeneratedCalls,
  lines: Iterable<string> | AsyncIterable<string>,
  options?: OracleOptions,
): Promise<ReadVerdict> {
  const oracle = readOracle(calls, options);
  for await (const line of lines) oracle.take(line);
  return oracle.verdict();
}
