import { Button, buttonClass } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import { connectors } from "@/lib/connectors/registry";
import type { CredentialListQuery } from "@/lib/credentials/credential-dto";

const statuses = [
  ["VERIFIED", "Verified"],
  ["UNVERIFIED", "Unverified"],
  ["FAILED", "Needs attention"],
];
const sorts = [
  ["newest", "Newest first"],
  ["oldest", "Oldest first"],
  ["name", "By name"],
];

type ChoiceProps = { name: string; label: string; value: string | undefined; options: (readonly string[])[] };

function Choice({ name, label, value = "", options }: ChoiceProps) {
  return (
    <select aria-label={label} className={`${inputClass} w-auto max-w-full`} defaultValue={value} name={name}>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

type CredentialFiltersProps = { query: CredentialListQuery; owners: { id: string; name: string }[] };

/** Search, filters and order of the list: a plain form that makes a URL, so that it works without scripts. */
export function CredentialFilters({ query, owners }: CredentialFiltersProps) {
  const { q, connectorId, status, ownerId, unused, sort } = query;
  const types = connectors.map(({ id, name }) => [id, name]);
  return (
    <form action="/credentials" className="flex flex-wrap items-center gap-2" key={JSON.stringify(query)}>
      <SearchField defaultValue={q} label="Search credentials" maxLength={200} name="q" />
      <Choice label="Type" name="connectorId" options={[["", "Every type"], ...types]} value={connectorId} />
      <Choice label="Status" name="status" options={[["", "Every status"], ...statuses]} value={status} />
      <Choice
        label="Owner"
        name="ownerId"
        options={[["", "Every owner"], ...owners.map(({ id, name }) => [id, name])]}
        value={ownerId}
      />
      <Choice label="Order" name="sort" options={sorts} value={sort} />
      <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
        <input defaultChecked={unused} name="unused" type="checkbox" value="1" />
        Unused for 90 days
      </label>
      <Button type="submit">Show</Button>
      {q || connectorId || status || ownerId || unused ? (
        <PageLink className={buttonClass("quiet")} href="/credentials">
          Clear
        </PageLink>
      ) : null}
    </form>
  );
}
