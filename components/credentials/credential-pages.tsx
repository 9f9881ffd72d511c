import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";

type CredentialPagesProps = {
  query: CredentialListQuery;
  /** The cursor of the next page, where there is one. */
  after: string | undefined;
};

/** The way to the next page and to the first; the one before is the browser's own way back. */
export function CredentialPages({ query: { after: here, ...query }, after }: CredentialPagesProps) {
  if (here === undefined && after === undefined) return null;
  const link = (text: string, parameters: Record<string, string>) => (
    <Link className={buttonClass()} href={`/credentials?${new URLSearchParams(parameters)}`} prefetch={false}>
      {text}
    </Link>
  );
  return (
    <nav aria-label="Pages" className="flex flex-wrap gap-2">
      {here === undefined ? null : link("First page", query)}
      {after === undefined ? null : link("More credentials", { ...query, after })}
    </nav>
  );
}
