import { PageLink } from "@/components/ui/page-link";

type RowTitleProps = {
  /** Absent for a type that is no longer known. */
  connectorId: string | undefined;
  name: string;
  href: string;
  /** One muted line below the name, where there is something to say. */
  about?: string | undefined;
};

/** The beginning of a row in a list: the connector's mark, and a name whose link is the whole row. */
export function RowTitle({ connectorId, name, href, about }: RowTitleProps) {
  return (
    <span className={connectorId === undefined ? "row-title" : `row-title mark-${connectorId}`}>
      <PageLink dir="auto" href={href} title={name}>
        {name}
      </PageLink>
      {about ? <span dir="auto">{about}</span> : null}
    </span>
  );
}
