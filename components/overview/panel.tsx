import { type ReactNode, useId } from "react";
import { ConnectorMark } from "@/components/connectors/connector-mark";
import { PageLink } from "@/components/ui/page-link";

type PanelProps = {
  title: string;
  /** At the right of the title: where there is more of it, or how many there are. */
  more?: ReactNode;
  children: ReactNode;
};

/** One matter of the overview. */
export function Panel({ title, more, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 overflow-hidden rounded-tile border bg-surface">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-b px-4 py-1">
        <h2 className="font-semibold" id={id}>
          {title}
        </h2>
        {more}
      </div>
      {children}
    </section>
  );
}

export function PanelList({ children }: { children: ReactNode }) {
  return <ul className="divide-y divide-hairline">{children}</ul>;
}

type PanelRowProps = {
  /** What its name leads to: the whole row. */
  href: string;
  name: string;
  /** Given by people, and in any script. */
  isOfPeople?: boolean;
  mark: ReactNode;
  about?: ReactNode;
  /** At the end of the row, on a line of its own on a phone. */
  children?: ReactNode;
};

/** A mark, a name that leads on, a line about it, and what there is to do. */
export function PanelRow({ href, name, isOfPeople = true, mark, about, children }: PanelRowProps) {
  return (
    <li className="relative grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-sunken sm:grid-cols-[auto_minmax(0,1fr)_auto]">
      {mark}
      <span className="grid min-w-0">
        <PageLink
          className="truncate font-medium after:absolute after:inset-0"
          dir={isOfPeople ? "auto" : undefined}
          href={href}
          title={name}
        >
          {name}
        </PageLink>
        {about ? (
          <span className="line-clamp-2 text-meta lg:line-clamp-1 text-muted wrap-anywhere">{about}</span>
        ) : null}
      </span>
      {children ? (
        <span className="relative flex flex-wrap items-center gap-x-3 text-meta text-muted max-sm:col-start-2">
          {children}
        </span>
      ) : null}
    </li>
  );
}

export function RowMark({ connectorId }: { connectorId: string }) {
  return <ConnectorMark className="size-7" id={connectorId} />;
}

/** Where all of them are. */
export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <PageLink className="action-link text-meta" href={href}>
      {children}
    </PageLink>
  );
}
