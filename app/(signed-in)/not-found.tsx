import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <EmptyState
      action={
        <PageLink className={buttonClass("primary")} href="/overview">
          Go to the overview
        </PageLink>
      }
      icon="search"
      isPage
      title="There's nothing here"
    >
      The link may be old, or what it led to was deleted.
    </EmptyState>
  );
}
