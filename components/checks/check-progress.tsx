"use client";

import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { DEADLINE_MS } from "@/lib/checks/verification-dto";
import { counted } from "@/lib/platform/counted-dto";
import { useCountdown } from "./use-countdown";

const DEADLINE = DEADLINE_MS / 1000;
/** After so many seconds it is worth saying that the provider is slow. */
const SLOW_AFTER = 3;

type CheckProgressProps = {
  name: string;
  onStop: () => void;
  /** What goes on, where it is another thing than verifying. */
  doing?: string;
  /** How many seconds it takes at most. */
  most?: number;
};

/** That a check is going on, for how long at most, and the way to stop it. */
export function CheckProgress({
  name,
  onStop,
  doing = `Verifying with ${name} …`,
  most = DEADLINE,
}: CheckProgressProps) {
  const left = useCountdown(most);
  const seconds = Math.max(left, 1);
  return (
    <div className="flex items-center gap-2.5">
      <Icon className="turning size-4 text-muted" name="spinner" />
      {/* By its key it is another paragraph then, which is read out; the seconds that pass are not. */}
      <p className="flex-1 text-muted tabular-nums" key={left > most - SLOW_AFTER ? "asking" : "slow"}>
        {left > most - SLOW_AFTER
          ? doing
          : `${name} is slow. Waiting up to ${counted(seconds, "more second")} for its answer.`}
      </p>
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}
