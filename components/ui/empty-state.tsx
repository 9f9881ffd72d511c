import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** It is all that the page has: then its title is the page's heading. */
  isPage?: true;
};

/** What a place is for, and the one thing to do there. */
export function EmptyState({ title, children, action, isPage }: EmptyStateProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className="grid justify-items-center gap-3 rounded-tile border border-dashed border-edge/60 bg-surface px-6 py-14 text-center">
      <Heading className="text-hero">{title}</Heading>
      <p className="max-w-form text-muted">{children}</p>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
