"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAsked } from "@/components/ui/use-asked";
import type { MemberRole } from "@/lib/auth/role-dto";
import type { InvitationLinkDto } from "@/lib/members/member-dto";
import { InviteForm } from "./invite-form";
import { Invited } from "./invited";

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
