import { counted, countedInFigures } from "@/lib/platform/counted-dto";
import { dayInWords } from "@/lib/platform/moment-words-dto";
import type { ReadDayDto } from "@/lib/reading/reads-dto";
import { readBars } from "./read-bars";

const figures = new Intl.NumberFormat("en");
const STEP = 10;
const HEIGHT = 56;
/** Above the bars, for the marks of failures. */
const ROOM = 12;

/** Records a day, with a mark above a day on which a read failed. The numbers are in a table for who does not see it. */
export function ReadChart({ days }: { days: readonly ReadDayDto[] }) {
  const bars = readBars(days);
  const [first, last] = [days[0], days.at(-1)];
  const width = Math.max(1, days.length) * STEP;
  const told = bars.filter(({ complete, failed }) => complete + failed > 0);
  const records = bars.reduce((sum, bar) => sum + bar.records, 0);
  const failed = bars.reduce((sum, bar) => sum + bar.failed, 0);
  return (
    <figure className="grid gap-1.5">
      <svg
        aria-hidden="true"
        className="h-20 w-full forced-color-adjust-none"
        preserveAspectRatio="none"
        viewBox={`0 0 ${width} ${ROOM + HEIGHT + 1}`}
      >
        <line
          className="stroke-(--edge)"
          vectorEffect="non-scaling-stroke"
          x1="0"
          x2={width}
          y1={ROOM + HEIGHT + 0.5}
          y2={ROOM + HEIGHT + 0.5}
        />
        {bars.map(({ day, height, failed: failures }, index) => (
          <g key={day}>
            {height > 0 ? (
              <rect
                className="fill-(--accent-ink)"
                height={height * HEIGHT}
                width={STEP - 3}
                x={index * STEP + 1.5}
                y={ROOM + HEIGHT - height * HEIGHT}
              />
            ) : null}
            {failures > 0 ? (
              <path
                className="fill-(--bad)"
                d={`M${index * STEP + 1.5} ${ROOM - 10}h${STEP - 3}l${-(STEP - 3) / 2} 8z`}
              />
            ) : null}
          </g>
        ))}
      </svg>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-meta text-muted tabular-nums">
        <span>{first ? dayInWords(first.day) : null}</span>
        <span>
          {countedInFigures(records, "record")} in {counted(days.length, "day")}
          {failed > 0 ? <span className="text-bad">{`, ${counted(failed, "failed read")} (▾)`}</span> : null}
        </span>
        <span>{last ? `${dayInWords(last.day)}, UTC` : null}</span>
      </figcaption>
      <div className="sr-only">
        <table>
          <caption>Records read a day</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Records</th>
              <th scope="col">Complete reads</th>
              <th scope="col">Failed reads</th>
            </tr>
          </thead>
          <tbody>
            {told.map((bar) => (
              <tr key={bar.day}>
                <th scope="row">{dayInWords(bar.day)}</th>
                <td>{figures.format(bar.records)}</td>
                <td>{bar.complete}</td>
                <td>{bar.failed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
