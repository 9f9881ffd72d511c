/**
 * A text in which escapes were put back, and where each of its characters came from: behind `starts[n]` a character is
 * `shifts[n]` further on in the text before. Without a source it is a text as it was sent.
 */
export type Decoded = { text: string; source?: Decoded; starts: readonly number[]; shifts: readonly number[] };

type Code = {
  /** What all of its escapes begin with. */
  mark: string;
  pattern: RegExp;
  /** The one character that an escape stands for. */
  meaning: (escaped: string) => string;
};

const SHORT: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const byNumber = (digits: string) => String.fromCharCode(Number.parseInt(digits, 16));

/** How strings of JSON spell characters. Every escape counts: what follows a pair of backslashes is none. */
const JSON_CODE: Code = {
  mark: "\\",
  pattern: /\\(?:u[0-9a-f]{4}|[^u])/gi,
  meaning: (escaped) => {
    const letter = escaped.charAt(1);
    return escaped.length > 2 ? byNumber(escaped.slice(2)) : (SHORT[letter] ?? letter);
  },
};

/** How addresses and forms do. Values are visible ASCII: what lies beyond stays as it is. */
const PERCENT_CODE: Code = {
  mark: "%",
  pattern: /%[2-7][0-9a-f]/gi,
  meaning: (escaped) => byNumber(escaped.slice(1)),
};

const asItIs = (text: string): Decoded => ({ text, starts: [], shifts: [] });

/** The text with the escapes of one code put back; undefined where it has none. */
function decode(source: Decoded, { mark, pattern, meaning }: Code): Decoded | undefined {
  if (!source.text.includes(mark)) return undefined;
  const starts: number[] = [];
  const shifts: number[] = [];
  let shift = 0;
  const text = source.text.replace(pattern, (escaped, index: number) => {
    starts.push(index - shift + 1);
    shift += escaped.length - 1;
    shifts.push(shift);
    return meaning(escaped);
  });
  return starts.length > 0 ? { text, source, starts, shifts } : undefined;
}

/** Where a place in a decoded text is in the text that was sent. */
export function sentPlace({ source, starts, shifts }: Decoded, place: number): number {
  if (!source) return place;
  let from = 0;
  for (let to = starts.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((starts[middle] ?? 0) <= place) from = middle + 1;
    else to = middle;
  }
  return sentPlace(source, place + (shifts[from - 1] ?? 0));
}

/**
 * A text in each way that it can be read: as it is, and with escapes put back, twice at most, one code within another.
 * What stands in JSON is read as JSON before all else.
 */
export function readingsOf(text: string, isInJson: boolean): Decoded[] {
  const sent = asItIs(text);
  const first = (isInJson && decode(sent, JSON_CODE)) || sent;
  const readings = [first];
  let last = [first];
  for (let round = 0; round < 2; round += 1) {
    last = last.flatMap((one) => [JSON_CODE, PERCENT_CODE].flatMap((code) => decode(one, code) ?? []));
    readings.push(...last);
  }
  return readings;
}
