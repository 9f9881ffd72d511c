"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { removeMemberAction } from "@/lib/members/member-actions";
import type { MemberDto } from "@/lib/members/member-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import type { Successor } from "./manage-member";

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

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const input = { userId, ...(successorId ? { successorId } : {}) };
    const result = await run((from) => removeMemberAction(from, input));
    if (result?.ok) onClose();
    else if (result) setFailure(result.error);
  };
  return (
    <Dialog dirty={false} onClose={onClose} title="Remove from the workspace?" width="small">
      <form method="post" onSubmit={remove}>
        <div className="grid gap-3 px-6 py-5">
          <p>
            <bdi className="font-medium">{name}</bdi> is signed out at once and cannot come back without an invitation.
            Their data sources stay.
          </p>
          {asks ? (
            <Field
              error={fieldError}
              help={`Whoever you choose owns ${owns === 1 ? "their credential" : "their credentials"} from then on.`}
              id="successor"
              label="Who takes over?"
              required
            >
              <select
                {...describedBy("successor", fieldError)}
                className={inputClass}
                onChange={(event) => setSuccessorId(event.target.value)}
                value={successorId}
              >
                <option value="">Choose someone</option>
                {successors.map((person) => (
                  <option key={person.userId} value={person.userId}>
                    {person.name}
                  </option>
                ))}
              </select>
            </Field>
          ) : null}
          <div aria-live="polite" className="empty:hidden">
            {failure && !fieldError ? <Notice title={failure.message} tone="bad" /> : null}
          </div>
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button busy={busy} type="submit" variant="danger">
            Remove
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
