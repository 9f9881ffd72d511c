import type { ReactNode } from "react";

/** What a place is for, and the one thing to do there. */
export function EmptyState({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded-tile border border-dashed border-edge/60 bg-surface px-6 py-14 text-center">
      <h2 className="text-hero">{title}</h2>
      <p className="max-w-form text-muted">{children}</p>
      {action ? <div className="mt-2">{action}</div> : null}
    </div>
  );
}
