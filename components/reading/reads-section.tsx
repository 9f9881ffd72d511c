import type { ReadDayDto, ReadDto } from "@/lib/reading/reads-dto";
import { type FullReadForecast, forecastSentence } from "./forecast-words";
import { ReadChart } from "./read-chart";
import { ReadList } from "./read-list";

type ReadsSectionProps = {
  /** The newest first. */
  reads: readonly ReadDto[];
  /** Each of the last days, in order. */
  days: readonly ReadDayDto[];
  /** What reading all of it would take, at whose pace. */
  forecast?: { cost: FullReadForecast; provider: string } | undefined;
};

/** *Last reads*: what was read a day, and how each read went. */
export function ReadsSection({ reads, days, forecast }: ReadsSectionProps) {
  return (
    <section
      aria-label="Last reads"
      className="grid min-w-0 grid-cols-1 gap-3 rounded-tile border bg-surface p-4 sm:p-5"
    >
      <h2 className="text-tile font-semibold">Last reads</h2>
      {forecast ? (
        <p className="text-muted tabular-nums">{forecastSentence(forecast.cost, forecast.provider)}</p>
      ) : null}
      {reads.length === 0 ? (
        <p className="text-muted">Not read yet. Previews don't count and leave nothing here.</p>
      ) : (
        <>
          <ReadChart days={days} />
          <ReadList reads={reads} />
        </>
      )}
    </section>
  );
}
