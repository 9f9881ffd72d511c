"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { LocalTime } from "@/components/ui/local-time";
import { RelativeTime } from "@/components/ui/relative-time";
import { useRenderedFor } from "@/components/ui/workspace-context";
import { markNoticesReadAction } from "@/lib/notices/notice-actions";
import type { NoticeDto, NoticeKind } from "@/lib/notices/notice-dto";

const looks: Record<NoticeKind, { icon: IconName; className: string }> = {
  "credential.failed": { icon: "alert", className: "bg-bad-soft text-bad" },
  "credential.unreadable": { icon: "alert", className: "bg-bad-soft text-bad" },
  "credential.recovered": { icon: "check", className: "bg-ok-soft text-ok" },
  "credential.rotate-soon": { icon: "clock", className: "bg-warn-soft text-warn" },
  "credential.rotate-overdue": { icon: "alert", className: "bg-bad-soft text-bad" },
  "workspace.second-factor-required": { icon: "key", className: "bg-warn-soft text-warn" },
  "access.requested": { icon: "people", className: "bg-accent-soft text-accent-ink" },
  "notice.test": { icon: "bell", className: "bg-sunken text-muted" },
};

function Item({ notice, unread }: { notice: NoticeDto; unread: boolean }) {
  const { at, kind, credentialName, personName, headline, message, link } = notice;
  const subject = personName ?? credentialName;
  const { icon, className } = looks[kind];
  return (
    <li className="group grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 p-4">
      <span className={`grid size-8 place-items-center rounded-full ${className}`}>
        <Icon name={icon} />
      </span>
      <div className="grid gap-1">
        <p className={unread ? "font-semibold" : ""}>
          {subject ? (
            <>
              <bdi>{subject}</bdi> {headline}
            </>
          ) : (
            headline
          )}
          {unread ? (
            <span className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 align-middle text-meta font-medium text-accent-ink">
              New
            </span>
          ) : null}
        </p>
        <p className="max-w-form text-muted">{message}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-muted">
          {link ? (
            <Link
              className="font-medium text-accent-ink underline underline-offset-4"
              href={link.href}
              prefetch={false}
            >
              {link.label}
              {subject ? <span className="sr-only"> of {subject}</span> : null}
            </Link>
          ) : null}
          <RelativeTime iso={at} />
          <span className="tabular-nums opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-sm:opacity-100 pointer-coarse:opacity-100">
            <LocalTime iso={at} />
          </span>
        </p>
      </div>
    </li>
  );
}

/** Notices newest first. Seeing them marks them read; what was new on arrival stays marked until one leaves. */
export function NoticeList({ notices }: { notices: NoticeDto[] }) {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(() => new Set());
  const more = notices.filter(({ id, unread }) => unread && !fresh.has(id)).map(({ id }) => id);
  // Also what came meanwhile.
  if (more.length > 0) setFresh(new Set([...fresh, ...more]));
  const from = useRenderedFor();
  const until = notices[0]?.unread ? notices[0].at : undefined;
  useEffect(() => {
    // A failure shows itself: they are still unread at the next visit.
    if (until) markNoticesReadAction(from, { until }).catch(() => undefined);
  }, [until, from]);
  return (
    <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {notices.map((notice) => (
        <Item key={notice.id} notice={notice} unread={notice.unread || fresh.has(notice.id)} />
      ))}
    </ul>
  );
}
