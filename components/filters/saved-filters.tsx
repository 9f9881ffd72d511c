"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ListParameters } from "@/components/ui/list-address";
import { PageLink } from "@/components/ui/page-link";
import { useLater } from "@/components/ui/use-later";
import { FILTERED, type FilteredList, filterKey, type SavedFilterDto } from "@/lib/filters/saved-filter-dto";

const loadDialog = async () => (await import("./filter-dialog")).FilterDialog;

type SavedFiltersProps = {
  list: FilteredList;
  /** What the list is narrowed by now. */
  query: ListParameters;
  saved: readonly SavedFilterDto[];
  /** What tabs of the list say alone: nobody has to save that. */
  tabNames?: readonly string[];
};

/** A person's own filters of a list, each one click away, and the way to keep what it is narrowed by now. */
export function SavedFilters({ list, query, saved, tabNames = [] }: SavedFiltersProps) {
  const [isOpen, setOpen] = useState(false);
  const FilterDialog = useLater(loadDialog, isOpen);
  const key = filterKey(list, Object.entries(query));
  const current = saved.find((filter) => filter.query === key);
  const names = [...new URLSearchParams(key).keys()];
  const isTab = names.length === 1 && tabNames.includes(names[0] ?? "");
  const canSave = key !== "" && !isTab;
  if (saved.length === 0 && !canSave) return null;
  return (
    <div className="own-filters">
      {saved.length > 0 ? (
        <nav aria-label="Your filters" className="tabs">
          {saved.map(({ id, name, query: of }) => (
            <PageLink
              aria-current={of === key ? "page" : undefined}
              dir="auto"
              href={`${FILTERED[list].path}?${of}`}
              key={id}
            >
              {name}
            </PageLink>
          ))}
        </nav>
      ) : null}
      {current || canSave ? (
        <Button className={saved.length > 0 ? "" : "sm:-ml-3.5"} onClick={() => setOpen(true)} variant="quiet">
          {current ? "Edit filter" : "Save filter"}
        </Button>
      ) : null}
      {FilterDialog && isOpen ? (
        <FilterDialog filter={current} list={list} onClose={() => setOpen(false)} query={key} />
      ) : null}
    </div>
  );
}
