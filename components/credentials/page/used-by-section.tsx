import { type ReactNode, useId } from "react";
import { counted } from "@/lib/platform/counted-dto";
import { UsedBy } from "./used-by";

type UsedBySectionProps = {
  credentialId: string;
  usedBy: number;
  dataSources: readonly { id: string; name: string }[];
  /** What follows from it. */
  children?: ReactNode;
};

/** What depends on a credential: what one comes to its page for before changing anything. */
export function UsedBySection({ children, ...use }: UsedBySectionProps) {
  const titleId = useId();
  const { usedBy } = use;
  return (
    <section aria-labelledby={titleId} className="grid min-w-0 gap-3 rounded-tile border bg-surface p-5">
      <h2 className="text-tile font-semibold" id={titleId}>
        {usedBy === 0 ? "Not used yet" : `Used by ${counted(usedBy, "data source")}`}
      </h2>
      {usedBy === 0 ? <p className="text-muted">No data source reads with this credential.</p> : <UsedBy {...use} />}
      {children}
    </section>
  );
}
