"use client";

import { STAR } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { useSubmit } from "@/components/ui/use-submit";
import type { MemberRole } from "@/lib/auth/role-dto";
import { changeRoleAction } from "@/lib/members/member-actions";
import type { MemberDto } from "@/lib/members/member-dto";
import { RoleField } from "./role-field";

type ChangeRoleProps = {
  member: MemberDto;
  roles: readonly MemberRole[];
  /** The one that is chosen at first, where that is not the one they have. */
  preset?: MemberRole;
  onClose: () => void;
};

/** Another role for someone. */
export function ChangeRole({ member, roles, preset, onClose }: ChangeRoleProps) {
  const { userId, name, role: seen } = member;
  const submission = useSubmit({
    defaultValues: { role: preset ?? seen },
    send: ({ role }, from) => changeRoleAction(from, { userId, role, seen }),
    onDone: onClose,
  });
  return (
    <FormDialog
      onClose={onClose}
      submission={submission}
      submit="Save"
      subtitle={
        <p className="truncate text-muted">
          <bdi>{name}</bdi>
        </p>
      }
      title="Change role"
    >
      <RoleField
        aside={STAR}
        data-autofocus
        id="change-role"
        role={submission.form.watch("role")}
        roles={roles}
        {...submission.field("role")}
      />
      <p className="text-meta text-muted">Takes effect on their next click.</p>
    </FormDialog>
  );
}
