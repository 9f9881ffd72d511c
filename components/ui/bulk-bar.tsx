"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Button } from "./button";
import { focusBack } from "./focus-back";

type BulkBarProps = {
  selected: number;
  total: number;
  /** Something is under way with those that were selected. */
  isRunning?: boolean;
  onClear: () => void;
  /** Where it is said what came of an act, with `tabIndex={-1}`. */
  results?: RefObject<HTMLElement | null>;
  /** What can be done with all of them. */
  children: ReactNode;
};

/** How many rows are selected, and what can be done with them: in sight, however far down the list one is. */
export function BulkBar({ selected, total, isRunning = false, onClear, results, children }: BulkBarProps) {
  const isThere = selected > 0 || isRunning;
  const wasThere = useRef(false);
  // The bar goes with the selection, and its button had the focus: what came of it takes that.
  useEffect(() => {
    const hasGone = wasThere.current && !isThere;
    wasThere.current = isThere;
    if (!hasGone || document.activeElement !== document.body) return;
    if (results?.current?.firstElementChild) results.current.focus();
    else focusBack(null);
  }, [isThere, results]);
  const words = `${selected} of ${total} selected`;
  return (
    <>
      <p className="sr-only" role="status">
        {selected === 0 ? "" : words}
      </p>
      {isThere ? (
        <div className="sticky-foot flex-wrap gap-y-2">
          <div className="mr-auto flex items-center gap-2 max-sm:basis-full max-sm:justify-between">
            <p className="tabular-nums">{words}</p>
            <Button
              disabled={isRunning}
              onClick={() => {
                // Where one selects anew.
                document.querySelector<HTMLElement>(".list .pick input")?.focus();
                onClear();
              }}
              variant="quiet"
            >
              Clear selection
            </Button>
          </div>
          <div className="flex flex-wrap gap-2">{children}</div>
        </div>
      ) : null}
    </>
  );
}
