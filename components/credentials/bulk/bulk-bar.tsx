"use client";

import { Button } from "@/components/ui/button";

type BulkBarProps = {
  selected: number;
  total: number;
  isRunning: boolean;
  onClear: () => void;
  /** Absent for who may not. */
  onVerify: (() => void) | undefined;
  onDelete: (() => void) | undefined;
};

/** How many are selected, and what can be done with them: in sight, however far down the list one is. */
export function BulkBar({ selected, total, isRunning, onClear, onVerify, onDelete }: BulkBarProps) {
  return (
    <div className="sticky-foot flex-wrap gap-y-2">
      <div className="mr-auto flex items-center gap-2 max-sm:basis-full max-sm:justify-between">
        <p className="tabular-nums">{`${selected} of ${total} selected`}</p>
        <Button disabled={isRunning} onClick={onClear} variant="quiet">
          Clear selection
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {onVerify ? (
          <Button busy={isRunning} disabled={selected === 0 && !isRunning} onClick={onVerify}>
            Verify selected
          </Button>
        ) : null}
        {onDelete ? (
          <Button disabled={selected === 0 || isRunning} onClick={onDelete} variant="danger">
            Delete selected
          </Button>
        ) : null}
      </div>
    </div>
  );
}
