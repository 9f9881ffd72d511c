import type { IconName } from "./icon-paths";

export type { IconName };

/** A line icon that says nothing by itself: the words beside it do. */
export function Icon({ name, className = "size-4" }: { name: IconName; className?: string }) {
  return <span aria-hidden="true" className={`icon icon-${name} ${className}`} />;
}
