import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <EmptyState
      action={
        <Link className={buttonClass("primary")} href="/data-sources">
          Go to data sources
        </Link>
      }
      title="There is nothing here"
    >
      The link may be old, or what it led to was deleted.
    </EmptyState>
  );
}
