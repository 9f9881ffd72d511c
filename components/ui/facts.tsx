import { type ReactNode, useId } from "react";

type FactsProps = { title: string; facts: (readonly [name: string, value: ReactNode])[] };

/** Names and values, one pair a line. */
export function Facts({ title, facts }: FactsProps) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className="grid min-w-0 content-start gap-3 rounded-tile border bg-surface p-5">
      <h2 className="text-tile font-semibold" id={titleId}>
        {title}
      </h2>
      <dl className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-y-2.5">
        {facts.map(([name, value]) => (
          <div className="contents" key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="max-sm:mb-3">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
