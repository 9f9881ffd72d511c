"use client";

import { leaveWorkspaceAction } from "@/lib/members/member-actions";
import type { MemberDto, Successor } from "@/lib/members/member-dto";
import { TakeOutDialog } from "./take-out-dialog";

type LeaveWorkspaceProps = { member: MemberDto; successors: readonly Successor[]; onClose: () => void };

/** Asks before someone leaves. It ends on another page. */
export function LeaveWorkspace({ member: { owns }, successors, onClose }: LeaveWorkspaceProps) {
  return (
    <TakeOutDialog
      help="They'll own your credentials from now on."
      onClose={onClose}
      owns={owns}
      send={(successor, from) => leaveWorkspaceAction(from, successor)}
      submit="Leave"
      successors={successors}
      title="Leave this workspace?"
    >
      <p>
        You lose access at once and can't come back without an invitation. Programs using your tokens stop working. Your
        data sources stay.
      </p>
    </TakeOutDialog>
  );
}
