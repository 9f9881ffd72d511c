"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAction } from "@/components/ui/use-action";
import { isMemberRole, type MemberRole } from "@/lib/auth/role-dto";
import { changeRoleAction } from "@/lib/members/member-actions";
import type { MemberDto } from "@/lib/members/member-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { RoleField } from "./role-field";

type ChangeRoleProps = { member: MemberDto; roles: readonly MemberRole[]; onClose: () => void };

/** Another role for someone. */
export function ChangeRole({ member, roles, onClose }: ChangeRoleProps) {
  const { userId, name, role: seen } = member;
  const [role, setRole] = useState<MemberRole>(seen);
  const [failure, setFailure] = useState<ErrorDto>();
  const { busy, run } = useAction();

  const save = async () => {
    setFailure(undefined);
    const result = await run((from) => changeRoleAction(from, { userId, role, seen }));
    if (result?.ok) onClose();
    else if (result) setFailure(result.error);
  };
  return (
    <FormDialog
      busy={busy}
      dirty={role !== seen}
      failure={failure}
      onClose={onClose}
      onSubmit={save}
      submit="Save"
      subtitle={
        <p className="truncate text-muted">
          <bdi>{name}</bdi>
        </p>
      }
      title="Change role"
    >
      <RoleField
        data-autofocus
        id="change-role"
        onChange={(event) => isMemberRole(event.target.value) && setRole(event.target.value)}
        role={role}
        roles={roles}
        value={role}
      />
      <p className="text-meta text-muted">It counts from their next click on.</p>
    </FormDialog>
  );
}
