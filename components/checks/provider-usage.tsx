import { RelativeTime } from "@/components/ui/relative-time";
import type { ProviderUsageDto } from "@/lib/checks/provider-usage-dto";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

/** A rate, by the shortest span in which there is one request or more. */
export function rate(perSecond: number): string {
  const [seconds, span] = (
    [
      [1, "a second"],
      [60, "a minute"],
    ] as const
  ).find(([seconds]) => perSecond * seconds >= 1) ?? [3600, "an hour"];
  return `${number.format(perSecond * seconds)} ${span}`;
}

function Window({ name, window }: { name: string; window: NonNullable<ProviderUsageDto["window"]> }) {
  const { period, used, share, reads } = window;
  const label = `Requests to ${name} this ${period}`;
  return (
    <div className="grid gap-1">
      <meter
        aria-label={label}
        className="h-1.5 w-full"
        high={share * 0.8}
        max={share}
        min={0}
        optimum={0}
        value={Math.min(used, share)}
      />
      <p className="text-meta text-muted tabular-nums">
        {number.format(used)} of {number.format(share)} {period === "day" ? "today" : "this week"} by checks
        {reads > 0 ? `, and ${number.format(reads)} by data source reads` : ""}
      </p>
    </div>
  );
}

/** For each provider: what Latchkey used of the share that it allows itself, and whether the provider answers. */
export function ProviderUsage({ usage }: { usage: ProviderUsageDto[] }) {
  return (
    <ul className="grid gap-5">
      {usage.length === 0 ? <li className="text-muted">We haven't asked any provider yet.</li> : null}
      {usage.map(({ host, name, limits, perSecond, window, failingSince, pausedUntil }) => (
        <li className="grid gap-1.5" key={host}>
          <p className="font-medium" title={host}>
            {name}
          </p>
          {window ? <Window name={name} window={window} /> : null}
          <p className="text-meta text-muted">
            Checks: at most {rate(perSecond)}, of the {rate(limits.perSecond)} {name} allows
            {limits.window
              ? `, and half of its ${number.format(limits.window.requests)} a ${limits.window.period}`
              : ""}
            . Reads: as many with each credential
            {window ? `, and ${number.format(window.readShare)} a ${window.period}` : ""}.
          </p>
          {failingSince ? (
            <p className="text-meta text-warn">
              Hasn't answered since <RelativeTime iso={failingSince} />
              {pausedUntil ? (
                <>
                  ; next try <RelativeTime coming iso={pausedUntil} />
                </>
              ) : null}
              .
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
