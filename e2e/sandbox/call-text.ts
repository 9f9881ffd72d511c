import { idOf, longIdOf } from "./call-ids";
import type { CallVersions, NumberedCall } from "./call-versions";
import type { ClariCall } from "./clari-call";
import type { ClariPair } from "./clari-pair";
import { type EchoOption, echoFields } from "./echoes";
import { type HeavyOptions, heavyField } from "./heavy-calls";
import { isoWriter } from "./iso-time";
import { withOddities } from "./odd-records";

export type CallTextOptions = {
  heavy?: HeavyOptions | undefined;
  echo?: EchoOption | undefined;
  oddities?: boolean | undefined;
};

type Print = (id: string, call: NumberedCall) => string;

const BLANKS = { id: "@@id@@", status: "@@status@@", time: "@@time@@", last_modified_time: "@@modified@@" };

/** What is not ASCII as an escape, as many providers write it: such a page costs a fraction to encode. */
const asAscii = (json: string) =>
  json.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A record's text with holes for what differs: to fill them costs a tenth of printing an object. */
function printer(sample: ClariCall, iso: (time: number) => string): Print {
  const holes = { ...sample, ...BLANKS, call_review_page_url: `https://copilot.example.com/call/${BLANKS.id}` };
  const [a, b, c, d, e, f] = asAscii(JSON.stringify(holes)).split(/@@[a-z]+@@/);
  return (id, { status, time, modified }) => `${a}${id}${b}${status}${c}${iso(time)}${d}${iso(modified)}${e}${id}${f}`;
}

/** How a version of a call is written: the same one always in the same bytes, while the pair is the same. */
export function callText(calls: CallVersions, options: CallTextOptions, pair: () => ClariPair) {
  const { heavy, echo, oddities } = options;
  const iso = isoWriter();
  const printers = new Map<ClariCall, Print>();
  const idWritten = oddities ? longIdOf : idOf;
  const printerOf = (sample: ClariCall) => {
    const known = printers.get(sample) ?? printer(sample, iso);
    printers.set(sample, known);
    return known;
  };
  const write = (call: NumberedCall): string => {
    const text = printerOf(calls.sampleOf(call.number))(idWritten(call.number), call);
    if (!heavy && !echo && !oddities) return text;
    const heavyPart = heavy ? heavyField(heavy, call.number) : "";
    const echoPart = echo ? echoFields(pair(), echo, call.number) : "";
    const whole = `${text.slice(0, -1)}${heavyPart}${echoPart}}`;
    return oddities ? withOddities(whole, call.number) : whole;
  };
  return { idOf: idWritten, write };
}
