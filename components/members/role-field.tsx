import type { ComponentProps } from "react";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { type MemberRole, ROLE_SUMMARIES } from "@/lib/auth/role-dto";

export const ROLE_NAMES: Record<MemberRole, string> = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  viewer: "Viewer",
};

type RoleFieldProps = { id: string; roles: readonly MemberRole[]; role: MemberRole } & ComponentProps<"select">;

/** A choice among the roles that one may give, with what the chosen one may do below it. */
export function RoleField({ id, roles, role, ...props }: RoleFieldProps) {
  return (
    <Field help={ROLE_SUMMARIES[role]} id={id} label="Role" required>
      <select {...describedBy(id, undefined)} className={inputClass} {...props}>
        {roles.map((value) => (
          <option key={value} value={value}>
            {ROLE_NAMES[value]}
          </option>
        ))}
      </select>
    </Field>
  );
}
