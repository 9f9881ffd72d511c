import { PageLink } from "@/components/ui/page-link";

type ReplaceLinkProps = {
  credential: { id: string; name: string };
  /** Where else than on its page that is. */
  href?: string;
  className?: string;
};

/** Leads to the overlay that takes new values. */
export function ReplaceLink({ credential, href, className = "" }: ReplaceLinkProps) {
  return (
    <PageLink
      aria-label={`Replace values of ${credential.name}`}
      className={`action-link ${className}`}
      href={href ?? `/credentials/${credential.id}?replace=1`}
    >
      Replace values
    </PageLink>
  );
}
