import { buttonClass } from "./button";
import { type ListParameters, listHref } from "./list-address";
import { PageLink } from "./page-link";

type ListPagesProps = {
  path: string;
  /** What the page was asked for; `after` is the cursor that it begins behind. */
  query: ListParameters & { after?: string | undefined };
  /** The cursor of the next page, where there is one. */
  after: string | undefined;
  /** What the link to it is called. */
  more: string;
};

/** The way to the next page of a list and to the first; the one before is the browser's own way back. */
export function ListPages({ path, query: { after: here, ...query }, after, more }: ListPagesProps) {
  if (here === undefined && after === undefined) return null;
  const link = (text: string, place: ListParameters) => (
    <PageLink className={buttonClass()} href={listHref(path, { ...query, ...place })}>
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
