import { listHref } from "@/components/ui/list-address";
import { type ListChoice, ListFilters } from "@/components/ui/list-filters";
import { type CredentialListQuery, UNUSED_DAYS } from "@/lib/credentials/credential-dto";

type Person = { id: string; name: string };

const statuses: ListChoice = {
  name: "status",
  label: "Status",
  options: [
    ["", "Every status"],
    ["VERIFIED", "Verified"],
    ["UNVERIFIED", "Unverified"],
    ["FAILED", "Needs attention"],
  ],
};
const rotation: ListChoice = {
  name: "rotation",
  label: "Rotation",
  options: [
    ["", "Any rotation day"],
    ["soon", "Rotate soon"],
  ],
};
const use: ListChoice = {
  name: "unused",
  label: "Use",
  options: [
    ["", "Used or not"],
    ["1", `Unused for ${UNUSED_DAYS} days`],
  ],
};
const ownersOf = (owners: readonly Person[]): ListChoice => ({
  name: "owner",
  label: "Owner",
  options: [["", "Every owner"], ...owners.map(({ id, name }) => [id, name] as const)],
});
const newest = "Newest first";
const others = [
  ["oldest", "Oldest first"],
  ["name", "By name"],
] as const;

type CredentialFiltersProps = {
  query: CredentialListQuery;
  owners: readonly Person[];
  /** The names of the types, by their ids. */
  typeNames: Readonly<Record<string, string>>;
};

/** Search, filters and order of the list. What a tab says is no filter, unless no tab is what the address asks for. */
export function CredentialFilters({ query, owners, typeNames }: CredentialFiltersProps) {
  const { after: _, ...here } = query;
  const { status, rotation: due, unused, sort } = query;
  const isTab = [status, due, unused].filter(Boolean).length <= 1 && status !== "VERIFIED";
  const types: ListChoice = {
    name: "connectorId",
    label: "Type",
    options: [["", "Every type"], ...Object.entries(typeNames)],
  };
  const choices = [...(isTab ? [] : [statuses, rotation, use]), types, ownersOf(owners)];
  const kept = isTab ? { status, rotation: due, unused, sort } : { sort };
  return (
    <ListFilters
      choices={choices}
      clearHref={listHref("/credentials", kept)}
      order={{ name: "sort", label: "Order", options: [["", "Attention first"], ["newest", newest], ...others] }}
      path="/credentials"
      query={here}
      search="Search credentials"
    />
  );
}

type TileFiltersProps = {
  pathname: string;
  query: CredentialListQuery;
  owners: readonly Person[];
  chosenId: string | undefined;
  /** Whether others than the chosen one are there. */
  isAny: boolean;
};

/** What the tiles are, where they are not all. */
function Found({ query, chosenId, isAny }: Pick<TileFiltersProps, "query" | "chosenId" | "isAny">) {
  const { q, status, owner, unused, rotation: due, after } = query;
  if (!(q || status || owner || unused || due || after)) return null;
  const what = q ? ` “${q}”` : "";
  return (
    <p className="text-muted" role="status">
      {isAny
        ? `Credentials that match${what}${chosenId ? ", and the chosen one" : ""}.`
        : `No ${chosenId ? "other " : ""}credential matches${what}.`}
    </p>
  );
}

/** The same by the server, for more tiles than a page has. */
export function TileFilters({ pathname, query, owners, chosenId, isAny }: TileFiltersProps) {
  const { after: _, ...here } = query;
  return (
    <>
      <ListFilters
        choices={[statuses, rotation, use, ownersOf(owners)]}
        clearHref={listHref(pathname, { credential: chosenId, sort: query.sort })}
        order={{ name: "sort", label: "Order", options: [["", newest], ["attention", "Attention first"], ...others] }}
        path={pathname}
        query={{ ...here, credential: chosenId }}
        search="Search credentials"
      />
      <Found chosenId={chosenId} isAny={isAny} query={query} />
    </>
  );
}
