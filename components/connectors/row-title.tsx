import Link from "next/link";
import type { Connector } from "@/lib/connectors/connector";
import { ConnectorMark } from "./connector-mark";

type RowTitleProps = {
  connector: Connector | undefined;
  name: string;
  href: string;
  /** One muted line below the name. */
  about: string;
};

/** The beginning of a row in a list: the connector's mark, and a name whose link is the whole row. */
export function RowTitle({ connector, name, href, about }: RowTitleProps) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      {connector ? <ConnectorMark className="size-9" mark={connector.mark} /> : null}
      <span className="grid min-w-0">
        <Link
          className="truncate font-semibold after:absolute after:inset-0"
          dir="auto"
          href={href}
          prefetch={false}
          title={name}
        >
          {name}
        </Link>
        <span className="truncate text-meta text-muted" dir="auto">
          {about}
        </span>
      </span>
    </span>
  );
}
