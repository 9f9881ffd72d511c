"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAction } from "@/components/ui/use-action";
import { revokeInvitationAction } from "@/lib/members/member-actions";
import type { InvitationDto } from "@/lib/members/member-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { ROLE_NAMES } from "./role-field";

/** The invitations that wait, each with a way to take it back. */
export function InvitationList({ invitations }: { invitations: InvitationDto[] }) {
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();
  const revoke = async (invitationId: string) => {
    setFailure(undefined);
    const result = await run((from) => revokeInvitationAction(from, { invitationId }));
    if (result && !result.ok) setFailure(result.error);
  };
  return (
    <section aria-labelledby="invitations" className="grid gap-3">
      <h2 className="text-tile font-semibold" id="invitations">
        Invitations
      </h2>
      <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
        {invitations.map(({ id, email, role, invitedByName, expiresAt }) => (
          <li
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 p-4 lg:grid-cols-[minmax(0,1fr)_5rem_minmax(0,14rem)_auto]"
            key={id}
          >
            <span className="truncate font-semibold" title={email}>
              {email}
            </span>
            <span className="max-lg:justify-self-end">{ROLE_NAMES[role]}</span>
            <span className="truncate text-meta text-muted">
              By <bdi>{invitedByName}</bdi>, ends <RelativeTime iso={expiresAt} />
            </span>
            <Button
              aria-label={`Revoke the invitation of ${email}`}
              busy={busy}
              className="-my-2 -mr-3.5 w-fit"
              onClick={() => revoke(id)}
              variant="quiet"
            >
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      <div aria-live="polite" className="empty:hidden">
        {failure ? <Failure error={failure} /> : null}
      </div>
    </section>
  );
}
