import type { ComponentProps } from "react";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { type MemberRole, ROLE_SUMMARIES } from "@/lib/auth/role-dto";

export const ROLE_NAMES: Record<MemberRole, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

type RoleFieldProps = Omit<ComponentProps<"select">, "role"> & {
  id: string;
  roles: readonly MemberRole[];
  role: MemberRole;
  error: string | undefined;
  /** Beside the label and less than it. */
  aside?: string;
};

/** A choice among the roles that one may give, with what the chosen one may do below it. */
export function RoleField({ id, roles, role, error, aside, ...select }: RoleFieldProps) {
  return (
    <Field aside={aside} error={error} help={ROLE_SUMMARIES[role]} id={id} label="Role" required>
      <select {...describedBy(id, error)} className={inputClass} {...select}>
        {roles.map((value) => (
          <option key={value} value={value}>
            {ROLE_NAMES[value]}
          </option>
        ))}
      </select>
    </Field>
  );
}
