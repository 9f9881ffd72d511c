import { countedUpTo } from "@/lib/platform/counted-dto";
import { PageLink } from "./page-link";

export type ListTab = {
  label: string;
  href: string;
  isCurrent: boolean;
  /** How many there are; absent where it is not counted. */
  count?: number | undefined;
};

type ListTabsProps = {
  label: string;
  tabs: readonly ListTab[];
  /** A count above it says that there are more. */
  most: number;
};

/** The parts of a list, each with how many are in it. */
export function ListTabs({ label, tabs, most }: ListTabsProps) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map(({ label, href, isCurrent, count }) => (
        <PageLink aria-current={isCurrent ? "page" : undefined} href={href} key={label}>
          {label}
          {count === undefined ? null : <span>{countedUpTo(most, count)}</span>}
        </PageLink>
      ))}
    </nav>
  );
}
