import Link from "next/link";
import type { UsedCredential } from "@/lib/credentials/list/bulk-dto";
import { counted } from "@/lib/platform/counted-dto";

/** What is not deleted, because data sources use it, and which. */
export function InUseList({ credentials }: { credentials: UsedCredential[] }) {
  return (
    <section aria-labelledby="in-use" className="grid gap-2">
      <h3 className="font-medium" id="in-use">
        {counted(
          credentials.length,
          "credential is left out, because data sources use it",
          "credentials are left out, because data sources use them",
        )}
      </h3>
      <ul className="max-h-60 divide-y divide-hairline overflow-y-auto rounded-control border">
        {credentials.map(({ id, name, usedBy, dataSources }) => (
          <li className="grid px-3 py-2" key={id}>
            <Link
              className="w-fit underline underline-offset-4"
              dir="auto"
              href={`/credentials/${id}`}
              prefetch={false}
            >
              {name}
            </Link>
            <span className="text-meta text-muted">
              Used by{" "}
              {dataSources.map((source, index) => (
                <span key={source.id}>
                  {index > 0 ? ", " : ""}
                  <bdi>{source.name}</bdi>
                </span>
              ))}
              {usedBy > dataSources.length ? ` and ${usedBy - dataSources.length} more` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
