"use client";

import { useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { useAction } from "@/components/ui/use-action";
import { removeMemberAction } from "@/lib/members/member-actions";
import type { MemberDto, Successor } from "@/lib/members/member-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { PersonField } from "./person-field";

type RemoveMemberProps = { member: MemberDto; successors: readonly Successor[]; onClose: () => void };

/** Asks before someone is removed, and who takes over what they own. */
export function RemoveMember({ member, successors, onClose }: RemoveMemberProps) {
  const { userId, name, owns } = member;
  const [successorId, setSuccessorId] = useState("");
  const [failure, setFailure] = useState<ErrorDto>();
  const { busy, run } = useAction();
  // What they own may have come after this page: then the server asks for it.
  const asks = owns > 0 || failure?.code === "SUCCESSOR_NEEDED";
  const fieldError = failure?.fields?.successorId;

  const remove = async () => {
    setFailure(undefined);
    const input = { userId, ...(successorId ? { successorId } : {}) };
    const result = await run((from) => removeMemberAction(from, input));
    if (result?.ok) onClose();
    else if (result) setFailure(result.error);
  };
  return (
    <FormDialog
      busy={busy}
      danger
      dirty={false}
      failure={fieldError ? undefined : failure}
      onClose={onClose}
      onSubmit={remove}
      submit="Remove"
      title="Remove from the workspace?"
    >
      <p>
        <bdi className="font-medium">{name}</bdi> is signed out at once and cannot come back without an invitation.
        Their data sources stay.
      </p>
      {asks ? (
        <PersonField
          error={fieldError}
          help={`Whoever you choose owns ${owns === 1 ? "their credential" : "their credentials"} from then on.`}
          id="successor"
          label="Who takes over?"
          onChoose={setSuccessorId}
          people={successors.map((person) => ({ id: person.userId, name: person.name }))}
          value={successorId}
        />
      ) : null}
    </FormDialog>
  );
}
