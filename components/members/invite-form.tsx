"use client";

import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import type { MemberRole } from "@/lib/auth/role-dto";
import { inviteMemberAction } from "@/lib/members/member-actions";
import type { InvitationLinkDto } from "@/lib/members/member-dto";
import type { InviteForm as InviteValues } from "@/lib/members/member-schema";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { RoleField } from "./role-field";

type InviteFormProps = {
  roles: readonly MemberRole[];
  mailConfigured: boolean;
  onCancel: () => void;
  onDirty: (dirty: boolean) => void;
  onInvited: (invited: InvitationLinkDto) => void;
};

/** Whom to invite, and as what. */
export function InviteForm({ roles, mailConfigured, onCancel, onDirty, onInvited }: InviteFormProps) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./member-resolvers")).inviteResolver()),
  );
  const form = useForm<InviteValues>({
    resolver,
    defaultValues: { email: "", role: "member", sendMail: mailConfigured },
  });
  const { errors, isDirty } = form.formState;
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined);
    const result = await run((from) => inviteMemberAction(from, input));
    if (result?.ok) onInvited(result.data);
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });
  return (
    <form className="flex min-h-0 flex-1 flex-col" method="post" noValidate onInput={preload} onSubmit={submit}>
      <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
        <TextField
          error={errors.email?.message}
          help="Only an account of this address can accept."
          id="invite-email"
          label="Email"
          autoComplete="off"
          data-autofocus
          inputMode="email"
          required
          type="email"
          {...form.register("email")}
        />
        <RoleField id="invite-role" role={form.watch("role")} roles={roles} {...form.register("role")} />
        {mailConfigured ? (
          <label className="flex items-center gap-2.5 font-medium">
            <input
              className="size-4 accent-accent pointer-coarse:size-5"
              type="checkbox"
              {...form.register("sendMail")}
            />
            Send the link by e-mail
          </label>
        ) : null}
        <div aria-live="polite" className="empty:hidden">
          {failure ? <Failure error={failure} /> : null}
        </div>
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <Button className="mr-auto" onClick={onCancel} variant="quiet">
          Cancel
        </Button>
        <Button busy={busy} type="submit" variant="primary">
          Make the invitation
        </Button>
      </footer>
    </form>
  );
}
