import type { CheckDto } from "@/lib/checks/verification-dto";
import { CheckBar } from "./check-bar";
import { describeChecks, kindOf } from "./describe-checks";

/** The last checks at a glance, newest at the right; one sentence for those who hear it. */
export function CheckStrip({ checks }: { checks: readonly CheckDto[] }) {
  if (checks.length === 0) return null;
  const sentence = describeChecks(checks);
  return (
    <span aria-label={sentence} className="flex h-4 max-w-full items-end gap-0.5" role="img" title={sentence}>
      {checks.toReversed().map((check, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two checks can have one time
        <CheckBar className="w-1" key={index} kind={kindOf(check)} />
      ))}
    </span>
  );
}
