"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

type BulkBarProps = {
  selected: number;
  total: number;
  isRunning: boolean;
  onSelectAll: (all: boolean) => void;
  /** Absent for who may not. */
  onVerify: (() => void) | undefined;
  onDelete: (() => void) | undefined;
};

/** Above the list: all of the page at once, how many are selected, and what can be done with them. */
export function BulkBar({ selected, total, isRunning, onSelectAll, onVerify, onDelete }: BulkBarProps) {
  const isAll = selected === total;
  const box = useRef<HTMLInputElement>(null);
  const atFirst = useRef(onSelectAll);
  // Ticked before the scripts were there.
  useEffect(() => {
    if (box.current?.checked) atFirst.current(true);
  }, []);
  useEffect(() => {
    if (box.current) box.current.indeterminate = selected > 0 && !isAll;
  });
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2 px-4">
      <label className="-ml-2 flex min-h-9 items-center gap-3 pl-2 pointer-coarse:min-h-11">
        <input
          checked={isAll}
          className="size-4 accent-accent"
          onChange={() => onSelectAll(!isAll)}
          ref={box}
          type="checkbox"
        />
        Select all on this page
      </label>
      <p className="text-muted tabular-nums" role="status">
        {selected === 0 ? "" : `${selected} of ${total} selected`}
      </p>
      <div className="ml-auto flex flex-wrap gap-2">
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
