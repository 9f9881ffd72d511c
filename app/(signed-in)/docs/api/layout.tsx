import type { ReactNode } from "react";
import { ReferenceNav } from "@/components/api/reference-nav";
import { HoldsToken } from "@/components/api/token-context";
import { listReference } from "@/lib/api/reference/describe-operations";

/** The reference: every operation beside the one that is read. What was searched and the token stay from page to page. */
export default function ApiReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <HoldsToken>
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-8">
        <ReferenceNav groups={listReference()} />
        <article className="grid min-w-0 grid-cols-1 gap-6">{children}</article>
      </div>
    </HoldsToken>
  );
}
