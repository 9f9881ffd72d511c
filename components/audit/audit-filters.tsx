import { type ListChoice, ListFilters } from "@/components/ui/list-filters";
import type { AuditOption, AuditOptionsDto } from "@/lib/audit/audit-dto";
import type { AuditFilter } from "@/lib/audit/audit-schema";

const PATH = "/audit";

const choice = (name: keyof AuditFilter, label: string, all: string, options: readonly AuditOption[]): ListChoice => ({
  name,
  label,
  options: [["", all], ...options.map(({ value, label }) => [value, label] as const)],
});

type AuditFiltersProps = { filter: AuditFilter; options: AuditOptionsDto; isInverted: boolean };

/** What is looked for in the trail, all of it in the address. */
export function AuditFilters({ filter, options, isInverted }: AuditFiltersProps) {
  const { people, actions, credentials, deletedCredentials } = options;
  const deleted = deletedCredentials.map(({ value, label }) => ({ value, label: `${label} (deleted)` }));
  return (
    <ListFilters
      choices={[
        choice("person", "Person", "Everyone", people),
        choice("credential", "Credential", "Every credential", [...credentials, ...deleted]),
        choice("action", "Action", "Every action", actions),
      ]}
      clearHref={PATH}
      days={[
        { name: "from", label: "From (UTC)" },
        { name: "to", label: "To (UTC)", ...(isInverted ? { error: "The last day is before the first." } : {}) },
      ]}
      path={PATH}
      query={filter}
    />
  );
}
