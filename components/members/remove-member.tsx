"use client";

import { removeMemberAction } from "@/lib/members/member-actions";
import type { MemberDto, Successor } from "@/lib/members/member-dto";
import { TakeOutDialog } from "./take-out-dialog";

type RemoveMemberProps = { member: MemberDto; successors: readonly Successor[]; onClose: () => void };

/** Asks before someone is removed. */
export function RemoveMember({ member: { userId, name, owns }, successors, onClose }: RemoveMemberProps) {
  return (
    <TakeOutDialog
      help="They'll own these credentials from now on."
      onClose={onClose}
      onDone={onClose}
      owns={owns}
      send={(successor, from) => removeMemberAction(from, { userId, ...successor })}
      submit="Remove"
      successors={successors}
      title="Remove from the workspace?"
    >
      <p>
        <bdi className="font-medium">{name}</bdi> is signed out at once and can't come back without an invitation.
        Programs using their tokens stop working. Their data sources stay.
      </p>
    </TakeOutDialog>
  );
}
