"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAction } from "@/components/ui/use-action";
import { revokeInvitationAction } from "@/lib/members/member-actions";
import type { InvitationDto } from "@/lib/members/member-dto";
import { ROLE_NAMES } from "./role-field";

/** The invitations that wait, each with a way to take it back. */
export function InvitationList({ invitations }: { invitations: InvitationDto[] }) {
  const { busy, failure, run } = useAction();
  const revoke = (invitationId: string) => run((from) => revokeInvitationAction(from, { invitationId }));
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
      <Failure error={failure} />
    </section>
  );
}
