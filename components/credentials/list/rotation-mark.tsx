import { utcDay } from "@/components/credentials/checks/utc-time";
import { Icon } from "@/components/ui/icon";
import type { RotationDto, RotationState } from "@/lib/settings/rotation-dto";

const looks: Record<Exclude<RotationState, "set">, { words: string; icon: "clock" | "alert"; className: string }> = {
  soon: { words: "Rotate soon", icon: "clock", className: "text-warn" },
  overdue: { words: "Rotation overdue", icon: "alert", className: "text-bad" },
};

/** When values should be replaced: quiet while there is time, with an icon and words once there is not. */
export function RotationMark({ rotation: { dueOn, state } }: { rotation: RotationDto }) {
  if (state === "set") return <span className="tabular-nums">Rotate by {utcDay(dueOn)}</span>;
  const { words, icon, className } = looks[state];
  return (
    <span className={`flex flex-wrap items-center gap-x-1 tabular-nums ${className}`}>
      <Icon className="size-3.5" name={icon} />
      <span className="font-medium">{words}</span>{" "}
      <span className="whitespace-nowrap">
        {state === "overdue" ? "was due" : "by"} {utcDay(dueOn)}
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
      <span className="text-muted">
        {rotation.isOwn ? "set for this credential" : "by the maximum age in this workspace"}
      </span>
    </span>
  );
}
