"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { focusBack } from "@/components/ui/focus-back";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAction } from "@/components/ui/use-action";
import { revokeInvitationAction } from "@/lib/members/member-actions";
import type { InvitationDto } from "@/lib/members/member-dto";
import { NewLink } from "./new-link";
import { ROLE_NAMES } from "./role-field";

type InvitationListProps = { invitations: InvitationDto[]; mailConfigured: boolean };

/** The invitations that wait, each with a new link and a way to take it back. */
export function InvitationList({ invitations, mailConfigured }: InvitationListProps) {
  const { busy, failure, run } = useAction();
  const [renewing, setRenewing] = useState<InvitationDto>();
  const revoke = async (invitationId: string) => {
    const result = await run((from) => revokeInvitationAction(from, { invitationId }));
    // The row goes, and its button with it.
    if (result?.ok) focusBack(null);
  };
  return (
    <section aria-labelledby="invitations" className="grid gap-3">
      <h2 className="text-tile font-semibold" id="invitations">
        Invitations
      </h2>
      <table aria-labelledby="invitations" className="list invitation-rows">
        <thead>
          <tr>
            <th scope="col">Email</th>
            <th scope="col">Role</th>
            <th scope="col">Invited by</th>
            <th scope="col">Ends</th>
            <th className="acts" scope="col">
              What you can do
            </th>
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => {
            const { id, email, role, invitedByName, expiresAt } = invitation;
            return (
              <tr key={id}>
                <th className="truncate font-semibold" scope="row" title={email}>
                  {email}
                </th>
                <td className="role">{ROLE_NAMES[role]}</td>
                <td className="by">
                  <bdi>{invitedByName}</bdi>
                </td>
                <td className="ends">
                  <RelativeTime coming iso={expiresAt} />
                </td>
                <td className="acts">
                  <span className="buttons">
                    <Button
                      aria-label={`New link for the invitation of ${email}`}
                      onClick={() => setRenewing(invitation)}
                      variant="quiet"
                    >
                      New link
                    </Button>
                    <Button
                      aria-label={`Revoke the invitation of ${email}`}
                      busy={busy}
                      onClick={() => revoke(id)}
                      variant="quiet"
                    >
                      Revoke
                    </Button>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Failure error={failure} />
      {renewing ? (
        <NewLink invitation={renewing} mailConfigured={mailConfigured} onClose={() => setRenewing(undefined)} />
      ) : null}
    </section>
  );
}
