import { PageSkeleton } from "@/components/ui/page-skeleton";

export default function Loading() {
  return (
    <PageSkeleton titleWidth="w-28">
      <div className="skeleton h-72" />
    </PageSkeleton>
  );
}
