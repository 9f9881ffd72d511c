import type { ReactNode } from "react";

/** A page that is being fetched: a title's place, and below it what will stand there in the same size. */
export function PageSkeleton({ titleWidth, children }: { titleWidth: "w-28" | "w-48"; children: ReactNode }) {
  return (
    <div aria-busy="true" className="grid gap-6">
      <p className="sr-only" role="status">
        Loading
      </p>
      <div className={`skeleton h-7 ${titleWidth}`} />
      {children}
    </div>
  );
}
