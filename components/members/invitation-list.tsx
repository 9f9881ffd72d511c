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
          {invitations.map(({ id, email, role, invitedByName, expiresAt }) => (
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
                <Button
                  aria-label={`Revoke the invitation of ${email}`}
                  busy={busy}
                  onClick={() => revoke(id)}
                  variant="quiet"
                >
                  Revoke
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Failure error={failure} />
    </section>
  );
}
