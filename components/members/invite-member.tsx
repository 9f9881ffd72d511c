"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAsked } from "@/components/ui/use-asked";
import type { MemberRole } from "@/lib/auth/role-dto";
import type { InvitationLinkDto } from "@/lib/members/member-dto";
import { InviteForm } from "./invite-form";

const mailTitles = {
  sent: "We've emailed the invitation.",
  failed: "The mail server refused the invitation. Send the link yourself.",
} as const;

function Invited({ invited, onClose }: { invited: InvitationLinkDto; onClose: () => void }) {
  const { invitation, link, mail } = invited;
  return (
    <>
      <div className="grid gap-4 px-6 py-5">
        {mail === "none" ? null : <Notice title={mailTitles[mail]} tone={mail === "sent" ? "ok" : "warn"} />}
        <p>
          Pass this link on to <bdi className="font-medium wrap-anywhere">{invitation.email}</bdi>. You'll see it only
          now. It works once, and ends <RelativeTime coming iso={invitation.expiresAt} />.
        </p>
        <CopyField label="Invitation link" text={link} />
      </div>
      <footer className="flex justify-end border-t px-6 py-4">
        <Button data-autofocus onClick={onClose} variant="primary">
          Done
        </Button>
      </footer>
    </>
  );
}

type InviteMemberProps = {
  /** Those that one may give. */
  roles: readonly MemberRole[];
  mailConfigured: boolean;
};

/** *Invite*: an address and a role, and then the link, once. `?invite=1` opens it too. */
export function InviteMember({ roles, mailConfigured }: InviteMemberProps) {
  const [open, setOpen] = useState(false);
  const [asked, forget] = useAsked("invite");
  const [dirty, setDirty] = useState(false);
  const [invited, setInvited] = useState<InvitationLinkDto>();
  const close = () => {
    setOpen(false);
    setDirty(false);
    setInvited(undefined);
    if (asked) forget();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="primary">
        Invite
      </Button>
      {open || asked ? (
        <Dialog dirty={dirty && !invited} onClose={close} title={invited ? "Invitation" : "Invite to the workspace"}>
          {invited ? (
            <Invited invited={invited} onClose={close} />
          ) : (
            <InviteForm mailConfigured={mailConfigured} onDirty={setDirty} onInvited={setInvited} roles={roles} />
          )}
        </Dialog>
      ) : null}
    </>
  );
}
