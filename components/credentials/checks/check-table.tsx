import { Icon } from "@/components/ui/icon";
import { LocalTime } from "@/components/ui/local-time";
import type { CheckDto } from "@/lib/checks/verification-dto";
import { CheckBar } from "./check-bar";
import { duration, triggeredBy } from "./describe-check";
import { kindOf } from "./describe-checks";

const cell = "py-1.5 pr-3 align-top font-normal";

/** The checks of a strip in words, newest first, folded away. */
export function CheckTable({ checks }: { checks: readonly CheckDto[] }) {
  return (
    <details className="group">
      <summary className="flex min-h-9 w-fit list-none items-center gap-2 rounded-control font-medium pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon className="size-4 text-muted transition-transform group-open:rotate-90" name="chevron" />
        Show as a table
      </summary>
      <table className="w-full text-left text-meta">
        <thead className="text-muted">
          <tr className="border-b">
            <th className={cell} scope="col">
              Time
            </th>
            <th className={cell} scope="col">
              Result
            </th>
            <th className={`${cell} max-sm:hidden`} scope="col">
              Took
            </th>
            <th className="py-1.5 align-top font-normal" scope="col">
              By
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {checks.map((check, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two checks can have one time
            <tr key={index}>
              <td className={`${cell} tabular-nums`}>
                <LocalTime iso={check.at} />
              </td>
              <td className={cell}>
                <span className="flex gap-2">
                  <span className="flex h-4 shrink-0 items-end max-sm:hidden">
                    <CheckBar className="w-1.5" kind={kindOf(check)} />
                  </span>
                  {check.label}
                </span>
                {/* Where there is no room for a column of its own. */}
                <span className="text-muted tabular-nums sm:hidden">{duration(check.durationMs)}</span>
              </td>
              <td className={`${cell} whitespace-nowrap tabular-nums max-sm:hidden`}>{duration(check.durationMs)}</td>
              <td className="py-1.5 align-top">
                <bdi>{triggeredBy(check)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
