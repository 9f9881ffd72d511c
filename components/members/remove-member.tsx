"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { PersonField } from "@/components/ui/person-field";
import { useSubmit } from "@/components/ui/use-submit";
import { removeMemberAction } from "@/lib/members/member-actions";
import type { MemberDto, Successor } from "@/lib/members/member-dto";

type RemoveMemberProps = { member: MemberDto; successors: readonly Successor[]; onClose: () => void };

/** Asks before someone is removed, and who takes over what they own. */
export function RemoveMember({ member, successors, onClose }: RemoveMemberProps) {
  const { userId, name, owns } = member;
  const [asks, setAsks] = useState(owns > 0);
  const submission = useSubmit({
    defaultValues: { successorId: "" },
    send: async ({ successorId }, from) => {
      const result = await removeMemberAction(from, { userId, ...(successorId ? { successorId } : {}) });
      // What they own may have come after this page: then the server asks for it.
      if (!result.ok && result.error.code === "SUCCESSOR_NEEDED") setAsks(true);
      return result;
    },
    onDone: onClose,
  });
  return (
    <FormDialog danger onClose={onClose} submission={submission} submit="Remove" title="Remove from the workspace?">
      <p>
        <bdi className="font-medium">{name}</bdi> is signed out at once and can't come back without an invitation.
        Programs using their tokens stop working. Their data sources stay.
      </p>
      {asks ? (
        <PersonField
          autoFocus={owns === 0}
          help="They'll own these credentials from now on."
          id="successor"
          label="Who takes over?"
          people={successors.map((person) => ({ id: person.userId, name: person.name }))}
          {...submission.field("successorId")}
        />
      ) : null}
    </FormDialog>
  );
}
