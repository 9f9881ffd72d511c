import { PageLink } from "@/components/ui/page-link";

/** As many as one takes in at a glance: the rest is a list of its own. */
const NAMED = 5;

type UsedByProps = {
  credentialId: string;
  usedBy: number;
  /** The first of them, by name. */
  dataSources: readonly { id: string; name: string }[];
};

/** The first data sources that use a credential, and the way to all of them. */
export function UsedBy({ credentialId, usedBy, dataSources }: UsedByProps) {
  const named = dataSources.slice(0, NAMED);
  return (
    <ul className="grid gap-1">
      {named.map(({ id, name }) => (
        <li className="truncate" key={id}>
          <PageLink
            className="text-accent-ink underline underline-offset-4"
            dir="auto"
            href={`/data-sources/${id}`}
            title={name}
          >
            {name}
          </PageLink>
        </li>
      ))}
      {usedBy > named.length ? (
        <li>
          <PageLink
            className="text-accent-ink underline underline-offset-4"
            href={`/data-sources?credentialId=${encodeURIComponent(credentialId)}&sort=name`}
          >
            Show all {usedBy}
          </PageLink>
        </li>
      ) : null}
    </ul>
  );
}
