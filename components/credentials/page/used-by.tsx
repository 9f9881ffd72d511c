import Link from "next/link";

type UsedByProps = { usedBy: number; dataSources: { id: string; name: string }[] };

/** The data sources that use a credential, by name. */
export function UsedBy({ usedBy, dataSources }: UsedByProps) {
  if (usedBy === 0) return "No data source yet";
  return (
    <ul className="grid gap-1">
      {dataSources.map(({ id, name }) => (
        <li key={id}>
          <Link
            className="text-accent-ink underline underline-offset-4"
            dir="auto"
            href={`/data-sources/${id}`}
            prefetch={false}
          >
            {name}
          </Link>
        </li>
      ))}
      {usedBy > dataSources.length ? <li>and {usedBy - dataSources.length} more</li> : null}
    </ul>
  );
}
