import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";

export default function NotFound() {
  return (
    <EmptyState
      action={
        <PageLink className={buttonClass("primary")} href="/data-sources">
          Go to data sources
        </PageLink>
      }
      title="There is nothing here"
    >
      The link may be old, or what it led to was deleted.
    </EmptyState>
  );
}
