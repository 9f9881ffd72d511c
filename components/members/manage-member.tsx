"use client";

import { useState } from "react";
import { BlockedButton } from "@/components/ui/blocked-button";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import type { MemberRole } from "@/lib/auth/role-dto";
import { endSessionsAction, passInstallationAction } from "@/lib/members/member-actions";
import type { MemberDto, Successor } from "@/lib/members/member-dto";
import type { ActionResult } from "@/lib/platform/result-dto";
import { ChangeRole } from "./change-role";
import { LeaveWorkspace } from "./leave-workspace";
import { RemoveMember } from "./remove-member";

type ManageMemberProps = {
  member: MemberDto;
  /** Those that one may give to them; none where their role stays. */
  roles: readonly MemberRole[];
  mayRemove: boolean;
  /** It is who looks. */
  mayLeave: boolean;
  /** Why neither their role nor their place may go now, as a sentence. */
  stays: string | undefined;
  mayEndSessions: boolean;
  /** Another owner, and the one who looks owns the installation. */
  mayBeGivenInstallation: boolean;
  successors: readonly Successor[];
};

/** What can be done with someone in the workspace. */
export function ManageMember({
  member,
  roles,
  mayRemove,
  mayLeave,
  stays,
  mayEndSessions,
  mayBeGivenInstallation,
  successors,
}: ManageMemberProps) {
  const [open, setOpen] = useState<"role" | "sessions" | "remove" | "leave" | "installation">();
  const [said, setSaid] = useState<string>();
  const { busy, failure, run } = useAction();
  const { userId, name } = member;
  const staysId = `stays-${userId}`;
  const reason = { reason: stays, reasonId: staysId };
  const close = () => setOpen(undefined);
  const show = (what: typeof open) => () => {
    setSaid(undefined);
    setOpen(what);
  };

  const act = async (action: (from: string) => Promise<ActionResult<unknown>>, done: string) => {
    const result = await run(action);
    if (!result) return;
    close();
    if (result.ok) setSaid(done);
  };
  const endSessions = () => act((from) => endSessionsAction(from, { userId }), `${name} is signed out everywhere.`);
  const passInstallation = () =>
    act((from) => passInstallationAction(from, { userId }), `${name} owns the installation now.`);
  return (
    <>
      <span className="buttons">
        {roles.length > 0 ? (
          <BlockedButton aria-label={`Role of ${name}`} onClick={show("role")} variant="quiet" {...reason}>
            Role
          </BlockedButton>
        ) : null}
        {mayEndSessions ? (
          <Button aria-label={`End sessions of ${name}`} onClick={show("sessions")} variant="quiet">
            End sessions
          </Button>
        ) : null}
        {mayBeGivenInstallation ? (
          <Button aria-label={`Pass the installation on to ${name}`} onClick={show("installation")} variant="quiet">
            Pass installation on
          </Button>
        ) : null}
        {mayRemove ? (
          <Button aria-label={`Remove ${name}`} onClick={show("remove")} variant="quiet">
            Remove
          </Button>
        ) : null}
        {mayLeave ? (
          <BlockedButton onClick={show("leave")} variant="quiet" {...reason}>
            Leave workspace
          </BlockedButton>
        ) : null}
      </span>
      {stays ? (
        <p className="text-meta text-muted" id={staysId}>
          {stays}
        </p>
      ) : null}
      <div aria-live="polite" className="empty:hidden">
        {said ? <Notice title={said} tone="ok" /> : null}
        {failure && !open ? <Failure error={failure} /> : null}
      </div>
      {open === "role" ? <ChangeRole member={member} onClose={close} roles={roles} /> : null}
      {open === "remove" ? <RemoveMember member={member} onClose={close} successors={successors} /> : null}
      {open === "leave" ? <LeaveWorkspace member={member} onClose={close} successors={successors} /> : null}
      {open === "sessions" ? (
        <ConfirmDialog
          busy={busy}
          confirm="End sessions"
          onClose={close}
          onConfirm={endSessions}
          title="End their sessions?"
        >
          <p>
            <bdi className="font-medium">{name}</bdi> is signed out on every device at once, and can sign in again.
          </p>
        </ConfirmDialog>
      ) : null}
      {open === "installation" ? (
        <ConfirmDialog
          busy={busy}
          confirm="Pass it on"
          onClose={close}
          onConfirm={passInstallation}
          title="Pass the installation on?"
        >
          <p>
            <bdi className="font-medium">{name}</bdi> will manage the keys and create workspaces, and you no longer
            will. You keep your role in this workspace. Only they can give it back.
          </p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
