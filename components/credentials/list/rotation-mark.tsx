import { Icon } from "@/components/ui/icon";
import { dayInWords } from "@/lib/platform/moment-words-dto";
import type { RotationDto, RotationState } from "@/lib/settings/rotation-dto";

type Look = { words: string; short: string; icon: "clock" | "alert"; className: string };
const looks: Record<Exclude<RotationState, "set">, Look> = {
  soon: { words: "Rotate soon", short: "Soon", icon: "clock", className: "text-warn" },
  overdue: { words: "Rotation overdue", short: "Overdue", icon: "alert", className: "text-bad" },
};

/** When values should be replaced: quiet while there is time, with an icon and words once there is not. */
export function RotationMark({ rotation: { dueOn, state } }: { rotation: RotationDto }) {
  if (state === "set") return <span className="tabular-nums">Rotate by {dayInWords(dueOn)}</span>;
  const { words, icon, className } = looks[state];
  return (
    <span className={`flex flex-wrap items-center gap-x-1 tabular-nums ${className}`}>
      <Icon className="size-3.5" name={icon} />
      <span className="font-medium">{words}</span>{" "}
      <span className="whitespace-nowrap">
        {state === "overdue" ? "was due" : "by"} {dayInWords(dueOn)}
      </span>
    </span>
  );
}

/** The same in a column of its own. */
export function RotationCell({ rotation: { dueOn, state } }: { rotation: RotationDto }) {
  if (state === "set") return dayInWords(dueOn);
  const { short, icon, className } = looks[state];
  return (
    <span className={`inline-flex items-center gap-x-1 align-bottom ${className}`}>
      <Icon className="size-3.5" name={icon} />
      <span>
        <span className="font-medium">{short}</span>, {dayInWords(dueOn)}
      </span>
    </span>
  );
}

/** The same on the credential's page, with where the day comes from. */
export function RotationFact({ rotation }: { rotation: RotationDto | undefined }) {
  if (!rotation) return "No date";
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <RotationMark rotation={rotation} />{" "}
      <span className="text-muted">{rotation.isOwn ? "set for this credential" : "workspace policy"}</span>
    </span>
  );
}
