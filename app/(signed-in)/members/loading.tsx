export default function Loading() {
  return (
    <div aria-busy="true" className="grid gap-6">
      <p className="sr-only" role="status">
        Loading
      </p>
      <div className="skeleton h-7 w-28" />
      <div className="skeleton h-44" />
      <div className="skeleton h-96" />
    </div>
  );
}
