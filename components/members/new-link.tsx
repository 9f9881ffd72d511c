"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormDialog } from "@/components/ui/form-dialog";
import { useSubmit } from "@/components/ui/use-submit";
import { renewInvitationAction } from "@/lib/members/member-actions";
import { INVITATION_DAYS, type InvitationDto, type InvitationLinkDto } from "@/lib/members/member-dto";
import { Invited } from "./invited";

type NewLinkProps = { invitation: InvitationDto; mailConfigured: boolean; onClose: () => void };

/** Another link for an invitation whose first one got lost, or went to the wrong place. */
export function NewLink({ invitation: { id, email }, mailConfigured, onClose }: NewLinkProps) {
  const [invited, setInvited] = useState<InvitationLinkDto>();
  const submission = useSubmit({
    defaultValues: { sendMail: mailConfigured },
    send: ({ sendMail }, from) => renewInvitationAction(from, { invitationId: id, sendMail }),
    onDone: setInvited,
  });
  if (invited) {
    return (
      <Dialog dirty={false} onClose={onClose} stays title="Invitation">
        <Invited invited={invited} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <FormDialog danger onClose={onClose} submission={submission} submit="Create new link" title="Create a new link?">
      <p>
        The link that <bdi className="font-medium wrap-anywhere">{email}</bdi> has stops working at once. The new one
        works for {INVITATION_DAYS} days.
      </p>
      {mailConfigured ? (
        <label className="flex items-center gap-2.5 font-medium">
          <input
            className="size-4 accent-accent pointer-coarse:size-5"
            type="checkbox"
            {...submission.form.register("sendMail")}
          />
          Email the link
        </label>
      ) : null}
    </FormDialog>
  );
}
