import { inputClass } from "@/components/ui/field";
import { type CredentialListQuery, UNUSED_DAYS } from "@/lib/credentials/credential-dto";

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

/** One filter of a list. */
export function Choice({ name, label, value = "", options }: ChoiceProps) {
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

type FilterChoicesProps = { query: CredentialListQuery; owners: readonly { id: string; name: string }[] };

/** Status, owner and order, wherever credentials are listed. */
export function FilterChoices({ query: { status, owner, sort }, owners }: FilterChoicesProps) {
  return (
    <>
      <Choice label="Status" name="status" options={[["", "Every status"], ...statuses]} value={status} />
      <Choice
        label="Owner"
        name="owner"
        options={[["", "Every owner"], ...owners.map(({ id, name }) => [id, name])]}
        value={owner}
      />
      <Choice label="Order" name="sort" options={sorts} value={sort} />
    </>
  );
}

/** Only what no data source has used for a while. */
export function UnusedChoice({ unused }: { unused: string | undefined }) {
  return (
    <label className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
      <input className="size-4 accent-accent" defaultChecked={unused === "1"} name="unused" type="checkbox" value="1" />
      {`Unused for ${UNUSED_DAYS} days`}
    </label>
  );
}
