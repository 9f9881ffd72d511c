import { listHref } from "@/components/ui/list-address";
import { type ListTab, ListTabs } from "@/components/ui/list-tabs";
import { COUNTED_MAX, type CredentialCountsDto, type CredentialListQuery } from "@/lib/credentials/credential-dto";

type TabQuery = Pick<CredentialListQuery, "status" | "rotation" | "unused">;
type TabId = keyof NonNullable<CredentialCountsDto["tabs"]>;

const tabs: readonly [TabId, string, TabQuery][] = [
  ["all", "All", {}],
  ["attention", "Needs attention", { status: "FAILED" }],
  ["rotation", "Rotate soon", { rotation: "soon" }],
  ["unverified", "Unverified", { status: "UNVERIFIED" }],
  ["unused", "Unused", { unused: "1" }],
];
const narrowing = ["status", "rotation", "unused"] as const;

/** Whether a query is what a tab shows, whatever else it is narrowed by. */
const isOf = (query: CredentialListQuery, of: TabQuery) => narrowing.every((name) => query[name] === of[name]);

type CredentialTabsProps = { query: CredentialListQuery; counts: CredentialCountsDto["tabs"] };

/** What people come to the list for, each as a part of it. */
export function CredentialTabs({ query, counts }: CredentialTabsProps) {
  const { status: _, rotation: __, unused: ___, after: ____, ...rest } = query;
  const shown = tabs.map(
    ([id, label, of]): ListTab => ({
      label,
      href: listHref("/credentials", { ...rest, ...of }),
      isCurrent: isOf(query, of),
      count: counts?.[id],
    }),
  );
  return <ListTabs label="Credentials by what they need" most={COUNTED_MAX} tabs={shown} />;
}
