import { Button } from "@/components/ui/button";

/** Asks again, once the wait is over. Its name stays the same while the seconds count down beside it. */
export function TryAgain({ left, onRetry }: { left: number; onRetry: () => void }) {
  return (
    <Button disabled={left > 0} onClick={onRetry}>
      Try again
      {left > 0 ? (
        <span aria-hidden="true" className="tabular-nums">
          in {left > 5400 ? `${Math.ceil(left / 3600)} h` : left > 90 ? `${Math.ceil(left / 60)} min` : `${left} s`}
        </span>
      ) : null}
    </Button>
  );
}
