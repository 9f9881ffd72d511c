import { LocalTime } from "./local-time";

const MOMENT = /(\d{4}-\d\d-\d\dT[\d:.]+Z)/;

/** A sentence of ours in which moments stand as "2026-11-24T08:13:20.000Z", each said where the person is. */
export function WithTimes({ text }: { text: string }) {
  return (
    <span>
      {/* What the pattern found stands at every other place. */}
      {text.split(MOMENT).map((part, index) => (index % 2 === 1 ? <LocalTime iso={part} key={part} /> : part))}
    </span>
  );
}
