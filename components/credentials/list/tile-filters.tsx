"use client";

import { type ComponentProps, type ComponentType, lazy, Suspense } from "react";
import type { TileFilters as Filters } from "./credential-filters";

type TileFiltersProps = ComponentProps<typeof Filters>;

// What only more tiles than a page has are filtered with is no part of the page of a few.
const Fetched = lazy(async (): Promise<{ default: ComponentType<TileFiltersProps> }> => {
  try {
    return { default: (await import("./credential-filters")).TileFilters };
  } catch {
    // The tiles stand without them.
    return { default: () => null };
  }
});

/** Search and filters of many tiles. The server draws them at once: a plain form, there before any script. */
export function TileFilters(props: TileFiltersProps) {
  return (
    <Suspense>
      <Fetched {...props} />
    </Suspense>
  );
}
