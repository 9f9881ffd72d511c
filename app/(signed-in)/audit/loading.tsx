import { PageSkeleton } from "@/components/ui/page-skeleton";

export default function Loading() {
  return (
    <PageSkeleton titleWidth="w-28">
      <div className="skeleton h-9 w-72" />
      <div className="skeleton h-32" />
      <div className="grid gap-px">
        <div className="skeleton h-16" />
        <div className="skeleton h-16" />
        <div className="skeleton h-16" />
      </div>
    </PageSkeleton>
  );
}
