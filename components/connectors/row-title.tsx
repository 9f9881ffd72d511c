import { PageLink } from "@/components/ui/page-link";
import { ConnectorMark } from "./connector-mark";

type RowTitleProps = {
  /** Absent for a type that is no longer known. */
  connectorId: string | undefined;
  name: string;
  href: string;
  /** One muted line below the name. */
  about: string;
};

/** The beginning of a row in a list: the connector's mark, and a name whose link is the whole row. */
export function RowTitle({ connectorId, name, href, about }: RowTitleProps) {
  return (
    <span className="row-title">
      {connectorId === undefined ? null : <ConnectorMark className="size-9" id={connectorId} />}
      <span>
        <PageLink dir="auto" href={href} title={name}>
          {name}
        </PageLink>
        <span dir="auto">{about}</span>
      </span>
    </span>
  );
}
