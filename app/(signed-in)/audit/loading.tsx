export default function Loading() {
  return (
    <div aria-busy="true" className="grid gap-6">
      <p className="sr-only" role="status">
        Loading
      </p>
      <div className="skeleton h-7 w-28" />
      <div className="skeleton h-9 w-72" />
      <div className="skeleton h-32" />
      <div className="grid gap-px">
        <div className="skeleton h-16" />
        <div className="skeleton h-16" />
        <div className="skeleton h-16" />
      </div>
    </div>
  );
}
