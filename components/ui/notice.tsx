import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const looks = {
  ok: { icon: "check", className: "border-ok/30 bg-ok-soft", ink: "text-ok" },
  warn: { icon: "question", className: "border-warn/30 bg-warn-soft", ink: "text-warn" },
  bad: { icon: "alert", className: "border-bad/30 bg-bad-soft", ink: "text-bad" },
} as const satisfies Record<string, { icon: IconName; className: string; ink: string }>;

type NoticeProps = {
  tone: keyof typeof looks;
  title: ReactNode;
  /** Names the title, for what it describes elsewhere. */
  titleId?: string;
  children?: ReactNode;
};

/** A panel where something happened: what, why, what next. */
export function Notice({ tone, title, titleId, children }: NoticeProps) {
  const { icon, className, ink } = looks[tone];
  return (
    <div className={`appear flex gap-2.5 rounded-control border p-3 ${className}`}>
      <Icon className={`mt-0.5 size-4 ${ink}`} name={icon} />
      <div className="grid min-w-0 max-w-180 flex-1 gap-1.5">
        <p className={`font-medium ${ink}`} id={titleId}>
          {title}
        </p>
        {children}
      </div>
    </div>
  );
}
