import type { ProblemDto } from "@/lib/api/reference-dto";
import { WithCode } from "./with-code";

/** What an operation can refuse, folded: most of it is the same for all. */
export function ProblemList({ problems }: { problems: readonly ProblemDto[] }) {
  return (
    <details className="group">
      <summary className="w-fit min-h-9 content-center text-muted underline underline-offset-4 pointer-coarse:min-h-11">
        {`All ${problems.length} codes`}
      </summary>
      <dl className="mt-2 divide-y border-y">
        {problems.map(({ code, status, meaning }) => (
          <div className="grid gap-0.5 py-2.5" key={code}>
            <dt className="flex flex-wrap items-baseline gap-x-2 font-mono text-meta">
              <span className="text-muted tabular-nums">{status}</span>
              <span className="font-semibold">{code}</span>
            </dt>
            <dd className="max-w-form">
              <WithCode text={meaning} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
