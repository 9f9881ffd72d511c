import { PageSkeleton } from "@/components/ui/page-skeleton";

export default function Loading() {
  return (
    <PageSkeleton titleWidth="w-28">
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid gap-4">
          <div className="skeleton h-72" />
          <div className="skeleton h-64" />
        </div>
        <div className="grid gap-4">
          <div className="skeleton h-48" />
          <div className="skeleton h-36" />
        </div>
      </div>
    </PageSkeleton>
  );
}
