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
    <select aria-label={label} className={inputClass} defaultValue={value} name={name}>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}

type CredentialFiltersProps = { query: CredentialListQuery; owners: { id: string; name: string }[] };

/** Search, filters and order of the list: a plain form that makes a URL, so that it works before any script does. */
export function CredentialFilters({ query, owners }: CredentialFiltersProps) {
  const { q, connectorId, status, owner, unused, sort } = query;
  const types = connectors.map(({ id, name }) => [id, name]);
  return (
    // Another query is another form: its fields show what the address says.
    <form
      action="/credentials"
      aria-label="Filter"
      className="grid grid-cols-2 items-center gap-2 lg:grid-cols-[minmax(0,2fr)_repeat(4,minmax(0,1fr))]"
      key={JSON.stringify(query)}
    >
      <div className="max-lg:col-span-full">
        <SearchField defaultValue={q} label="Search credentials" maxLength={200} name="q" />
      </div>
      <Choice label="Type" name="connectorId" options={[["", "Every type"], ...types]} value={connectorId} />
      <Choice label="Status" name="status" options={[["", "Every status"], ...statuses]} value={status} />
      <Choice
        label="Owner"
        name="owner"
        options={[["", "Every owner"], ...owners.map(({ id, name }) => [id, name])]}
        value={owner}
      />
      <Choice label="Order" name="sort" options={sorts} value={sort} />
      <div className="col-span-full flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
          <input
            className="size-4 accent-accent"
            defaultChecked={unused === "1"}
            name="unused"
            type="checkbox"
            value="1"
          />
          Unused for 90 days
        </label>
        <Button type="submit">Show</Button>
        {q || connectorId || status || owner || unused ? (
          <PageLink className={buttonClass("quiet")} href="/credentials">
            Clear
          </PageLink>
        ) : null}
      </div>
    </form>
  );
}
