import { Button } from "@/components/ui/button";

type TryAgainProps = {
  left: number;
  onRetry: () => void;
  /** Of what was begun it is the way on; of a look beside it, it is not. */
  variant?: "primary" | "secondary";
};

/** Asks again, once the wait is over. Its name stays the same while the seconds count down beside it. */
export function TryAgain({ left, onRetry, variant = "primary" }: TryAgainProps) {
  return (
    <Button disabled={left > 0} onClick={onRetry} variant={variant}>
      Try again
      {left > 0 ? (
        <span aria-hidden="true" className="tabular-nums">
          in {left > 5400 ? `${Math.ceil(left / 3600)} h` : left > 90 ? `${Math.ceil(left / 60)} min` : `${left} s`}
        </span>
      ) : null}
    </Button>
  );
}
