import type { CheckKind } from "./describe-checks";

/** Told apart by height and shape, and by colour on top: what needs a look stands out. */
const looks: Record<CheckKind, string> = {
  accepted: "h-1/2 bg-ok",
  warned: "h-3/4 border-t-4 border-warn bg-ok",
  refused: "h-full bg-bad",
  unreadable: "h-full border-2 border-bad bg-transparent",
  unanswered: "h-1/3 border border-warn bg-transparent",
};

export function CheckBar({ kind, className = "" }: { kind: CheckKind; className?: string }) {
  return (
    <span aria-hidden="true" className={`block rounded-[1px] forced-color-adjust-none ${looks[kind]} ${className}`} />
  );
}
