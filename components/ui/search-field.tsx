import type { ComponentProps } from "react";
import { inputClass } from "./field";
import { Icon } from "./icon";

/** A search box whose label is its placeholder too. */
export function SearchField({ label, ...props }: { label: string } & ComponentProps<"input">) {
  return (
    <div className="search-field">
      <Icon className="pointer-events-none absolute left-3 top-1/2 size-4 -translate-y-1/2 text-muted" name="search" />
      <input
        aria-label={label}
        autoComplete="off"
        className={`${inputClass} pl-9`}
        placeholder={label}
        type="search"
        {...props}
      />
    </div>
  );
}
