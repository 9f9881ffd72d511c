"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { Button, buttonClass } from "./button";
import { Icon } from "./icon";
import { type ListParameters, listHref, listKey } from "./list-address";
import { PageLink } from "./page-link";
import { SearchField } from "./search-field";

/** One thing that a list can be narrowed by. The first option is what it is without, and has no value. */
export type ListChoice = {
  name: string;
  label: string;
  options: readonly (readonly [value: string, text: string])[];
};

/** The first or the last day of what is listed. */
export type ListDay = { name: string; label: string; error?: string };

type ListFiltersProps = {
  path: string;
  /** What the address says, without the place in the list. */
  query: ListParameters;
  /** What the search box is called, where there is one. Its name in the address is `q`. */
  search?: string;
  choices: readonly ListChoice[];
  days?: readonly ListDay[];
  /** In which order it can be; what `sort` says in the address. */
  order?: ListChoice;
  /** Where the list is without search and filters. */
  clearHref: string;
};

/** Who types has a moment to go on, and longer where a date is put together from three parts. */
const TYPING_MS = 250;
const DATE_MS = 800;

/**
 * Search, filters and order of a list, each of which counts as soon as it is chosen. All of it is in the address, by a
 * plain form that works without scripts too.
 */
export function ListFilters({ path, query, search, choices, days = [], order, clearHref }: ListFiltersProps) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  // What is chosen here is ahead of the address, which follows when its page is there.
  const [given, setGiven] = useState(query);
  const here = listKey(query);
  const sent = useRef(here);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // The browser's way back, or a link, leads to another list.
    if (sent.current === here) return;
    sent.current = here;
    setGiven(query);
  }, [here, query]);
  useEffect(() => () => clearTimeout(typing.current), []);

  const go = (next: ListParameters) => {
    clearTimeout(typing.current);
    const wanted = { ...next, q: next.q?.trim() };
    if (listKey(wanted) === sent.current) return;
    sent.current = listKey(wanted);
    // Going on with a word is the same search.
    const isSameSearch = next.q !== given.q && query.q && next.q;
    startTransition(() => (isSameSearch ? router.replace : router.push)(listHref(path, wanted), { scroll: false }));
  };
  const choose = (name: string, value: string) => {
    const next = { ...given, [name]: value };
    setGiven(next);
    go(next);
  };
  const type = (name: string, value: string, wait: number) => {
    const next = { ...given, [name]: value };
    setGiven(next);
    clearTimeout(typing.current);
    typing.current = setTimeout(() => go(next), wait);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    go(given);
  };

  const select = ({ name, label, options }: ListChoice) => (
    <select
      aria-label={label}
      name={name}
      onChange={(event) => choose(name, event.target.value)}
      value={given[name] ?? ""}
    >
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  const fields = [...choices, ...days, ...(order ? [order] : [])].map(({ name }) => name);
  const error = days.find((day) => day.error !== undefined)?.error;
  const kept = Object.entries(query).filter(([name, value]) => value && name !== "q" && !fields.includes(name));
  const isNarrowed = [...(search ? ["q"] : []), ...[...choices, ...days].map(({ name }) => name)].some(
    (name) => query[name],
  );
  return (
    <form
      action={path}
      aria-busy={isBusy}
      aria-label="Filter"
      autoComplete="off"
      className="filters"
      // What was typed counts before what comes next: its wait must not call someone back who has gone elsewhere.
      onBlur={() => go(given)}
      onSubmit={submit}
    >
      {search ? (
        <SearchField
          label={search}
          maxLength={SEARCH_MAX}
          name="q"
          onChange={(event) => type("q", event.target.value, TYPING_MS)}
          value={given.q ?? ""}
        />
      ) : null}
      {choices.map((choice) => (
        <span className={given[choice.name] ? "filter chosen" : "filter"} key={choice.name}>
          {select(choice)}
          {given[choice.name] ? (
            <PageLink
              aria-label={`Any ${choice.label.toLowerCase()}`}
              href={listHref(path, { ...query, [choice.name]: undefined })}
            />
          ) : null}
        </span>
      ))}
      {days.map(({ name, label, error }) => (
        <label className={given[name] ? "filter day chosen" : "filter day"} key={name}>
          {label}
          <input
            aria-describedby={error ? "filter-error" : undefined}
            aria-invalid={error ? true : undefined}
            name={name}
            onChange={(event) => type(name, event.target.value, DATE_MS)}
            type="date"
            value={given[name]?.slice(0, 10) ?? ""}
          />
        </label>
      ))}
      {isNarrowed ? (
        <PageLink className={buttonClass("quiet")} href={clearHref}>
          Clear
        </PageLink>
      ) : null}
      {order ? <span className="filter order">{select(order)}</span> : null}
      {kept.map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <p
        className="flex basis-full items-center gap-1.5 text-meta text-bad empty:hidden"
        id="filter-error"
        role="status"
      >
        {error ? (
          <>
            <Icon className="size-4" name="alert" />
            {error}
          </>
        ) : null}
      </p>
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
    </form>
  );
}
