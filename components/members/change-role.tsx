"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
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

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await run((from) => changeRoleAction(from, { userId, role, seen }));
    if (result?.ok) onClose();
    else if (result) setFailure(result.error);
  };
  return (
    <Dialog
      dirty={role !== seen}
      onClose={onClose}
      subtitle={
        <p className="truncate text-muted">
          <bdi>{name}</bdi>
        </p>
      }
      title="Change role"
      width="small"
    >
      <form method="post" onSubmit={save}>
        <div className="grid gap-3 px-6 py-5">
          <RoleField
            data-autofocus
            id="change-role"
            onChange={(event) => isMemberRole(event.target.value) && setRole(event.target.value)}
            role={role}
            roles={roles}
            value={role}
          />
          <p className="text-meta text-muted">It counts from their next click on.</p>
          <div aria-live="polite" className="empty:hidden">
            {failure ? <Notice title={failure.message} tone="bad" /> : null}
          </div>
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <Button onClick={onClose}>Cancel</Button>
          <Button busy={busy} type="submit" variant="primary">
            Save
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
