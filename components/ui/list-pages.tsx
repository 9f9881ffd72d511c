import { buttonClass } from "./button";
import { PageLink } from "./page-link";

type ListPagesProps = {
  path: string;
  /** What the page was asked for; `after` is the cursor that it begins behind. */
  query: { after?: string | undefined } & Record<string, string | undefined>;
  /** The cursor of the next page, where there is one. */
  after: string | undefined;
  /** What the link to it is called. */
  more: string;
};

/** The way to the next page of a list and to the first; the one before is the browser's own way back. */
export function ListPages({ path, query: { after: here, ...query }, after, more }: ListPagesProps) {
  if (here === undefined && after === undefined) return null;
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const link = (text: string, place: Record<string, string>) => (
    <PageLink className={buttonClass()} href={`${path}?${new URLSearchParams([...given, ...Object.entries(place)])}`}>
      {text}
    </PageLink>
  );
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-2">
      {here === undefined ? null : link("First page", {})}
      {after === undefined ? null : link(more, { after })}
    </nav>
  );
}
