import { PageLink } from "./page-link";

const STEPS = ["Type", "Authenticate", "Configure"] as const;

/** Where one is in the wizard. Steps behind are links back. */
export function Stepper({ current, links }: { current: 0 | 1 | 2; links: readonly string[] }) {
  return (
    <nav aria-label="Steps">
      <ol className="flex flex-wrap items-center gap-2 text-meta">
        {STEPS.map((step, index) => {
          const href = links[index];
          const tone = index === current ? "marked bg-accent text-white" : "bg-sunken text-muted";
          const number = (
            <span className={`grid size-5 place-items-center rounded-full text-[0.75rem] tabular-nums ${tone}`}>
              {index + 1}
            </span>
          );
          return (
            <li aria-current={index === current ? "step" : undefined} className="flex items-center gap-2" key={step}>
              {index > 0 ? <span aria-hidden="true" className="h-px w-6 bg-edge/60 max-sm:hidden" /> : null}
              {index < current && href ? (
                <PageLink className="flex items-center gap-1.5 text-muted hover:text-ink" href={href}>
                  {number}
                  {step}
                </PageLink>
              ) : (
                <span className={`flex items-center gap-1.5 ${index === current ? "font-medium" : "text-muted"}`}>
                  {number}
                  {step}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
