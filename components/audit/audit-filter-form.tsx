import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { inputClass } from "@/components/ui/field";
import type { AuditOption, AuditOptionsDto } from "@/lib/audit/audit-dto";
import type { AuditFilter } from "@/lib/audit/audit-schema";

const labelClass = "text-meta font-medium";

function Options({ options }: { options: AuditOption[] }) {
  return options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

type ChoiceProps = { name: keyof AuditFilter; label: string; all: string; value: string | undefined };

function Choice({ name, label, all, value, children }: ChoiceProps & { children: React.ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1">
      <label className={labelClass} htmlFor={`audit-${name}`}>
        {label}
      </label>
      <select className={inputClass} defaultValue={value ?? ""} id={`audit-${name}`} name={name}>
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  );
}

function Day({ name, label, value }: { name: "from" | "to"; label: string; value: string | undefined }) {
  return (
    <div className="grid min-w-0 gap-1">
      <label className={labelClass} htmlFor={`audit-${name}`}>
        {label}
      </label>
      <input className={inputClass} defaultValue={value?.slice(0, 10)} id={`audit-${name}`} name={name} type="date" />
    </div>
  );
}

/** What is looked for. A plain form: the filter is in the address, and works without script. */
export function AuditFilterForm({ filter, options }: { filter: AuditFilter; options: AuditOptionsDto }) {
  const { person, credential, action, from, to } = filter;
  return (
    <form
      action="/audit"
      aria-label="Filter"
      className="grid gap-3 rounded-tile border bg-surface p-4 sm:grid-cols-2 lg:grid-cols-[repeat(3,minmax(0,1fr))_10rem_10rem]"
      // Another filter is another form: its fields show what the address says.
      key={JSON.stringify(filter)}
      method="get"
    >
      <Choice all="Everyone" label="Person" name="person" value={person}>
        <Options options={options.people} />
      </Choice>
      <Choice all="All" label="Credential" name="credential" value={credential}>
        <Options options={options.credentials} />
        {options.deletedCredentials.length > 0 ? (
          <optgroup label="Deleted">
            <Options options={options.deletedCredentials} />
          </optgroup>
        ) : null}
      </Choice>
      <Choice all="All" label="Action" name="action" value={action}>
        <Options options={options.actions} />
      </Choice>
      <Day label="From (UTC)" name="from" value={from} />
      <Day label="To (UTC)" name="to" value={to} />
      <div className="flex gap-2 sm:col-span-full">
        <Button type="submit">Filter</Button>
        {Object.keys(filter).length > 0 ? (
          <Link className={buttonClass("quiet")} href="/audit" prefetch={false}>
            Show all
          </Link>
        ) : null}
      </div>
    </form>
  );
}
