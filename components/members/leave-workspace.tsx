"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { PersonField } from "@/components/ui/person-field";
import { useSubmit } from "@/components/ui/use-submit";
import { leaveWorkspaceAction } from "@/lib/members/member-actions";
import type { MemberDto, Successor } from "@/lib/members/member-dto";

type LeaveWorkspaceProps = { member: MemberDto; successors: readonly Successor[]; onClose: () => void };

/** Asks before someone leaves, and who takes over what they own. It ends on another page. */
export function LeaveWorkspace({ member: { owns }, successors, onClose }: LeaveWorkspaceProps) {
  const [asks, setAsks] = useState(owns > 0);
  const submission = useSubmit({
    defaultValues: { successorId: "" },
    send: async ({ successorId }, from) => {
      const result = await leaveWorkspaceAction(from, successorId ? { successorId } : {});
      // What they own may have come after this page: then the server asks for it.
      if (!result.ok && result.error.code === "SUCCESSOR_NEEDED") setAsks(true);
      return result;
    },
  });
  return (
    <FormDialog danger onClose={onClose} submission={submission} submit="Leave" title="Leave this workspace?">
      <p>
        You lose access at once and can't come back without an invitation. Programs using your tokens stop working. Your
        data sources stay.
      </p>
      {asks ? (
        <PersonField
          autoFocus={owns === 0}
          help="They'll own your credentials from now on."
          id="successor"
          label="Who takes over?"
          people={successors.map((person) => ({ id: person.userId, name: person.name }))}
          {...submission.field("successorId")}
        />
      ) : null}
    </FormDialog>
  );
}
