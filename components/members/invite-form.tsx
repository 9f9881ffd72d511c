"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { CancelButton } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import type { MemberRole } from "@/lib/auth/role-dto";
import { inviteMemberAction } from "@/lib/members/member-actions";
import type { InvitationLinkDto } from "@/lib/members/member-dto";
import { RoleField } from "./role-field";

type InviteFormProps = {
  roles: readonly MemberRole[];
  mailConfigured: boolean;
  onDirty: (dirty: boolean) => void;
  onInvited: (invited: InvitationLinkDto) => void;
};

/** Whom to invite, and as what. */
export function InviteForm({ roles, mailConfigured, onDirty, onInvited }: InviteFormProps) {
  const { form, field, formProps, isDirty, busy, failure } = useSubmit({
    defaultValues: { email: "", role: "member", sendMail: mailConfigured },
    resolver: async () => (await import("./member-resolvers")).inviteResolver(),
    send: (input, from) => inviteMemberAction(from, input),
    onDone: onInvited,
  });
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  return (
    <form className="flex min-h-0 flex-1 flex-col" {...formProps}>
      <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
        <TextField
          aside={STAR}
          help="Only this address can accept."
          id="invite-email"
          label="Email"
          autoComplete="off"
          data-autofocus
          inputMode="email"
          required
          type="email"
          {...field("email")}
        />
        <RoleField id="invite-role" role={form.watch("role")} roles={roles} {...field("role")} />
        {mailConfigured ? (
          <label className="flex items-center gap-2.5 font-medium">
            <input
              className="size-4 accent-accent pointer-coarse:size-5"
              type="checkbox"
              {...form.register("sendMail")}
            />
            Email the link
          </label>
        ) : null}
        <Failure error={failure} />
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <CancelButton className="mr-auto" variant="quiet" />
        <Button busy={busy} type="submit" variant="primary">
          Create invitation
        </Button>
      </footer>
    </form>
  );
}
