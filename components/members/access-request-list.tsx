"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { focusBack } from "@/components/ui/focus-back";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAction } from "@/components/ui/use-action";
import { ACCESS, type AccessRequestDto } from "@/lib/auth/access-dto";
import type { MemberRole } from "@/lib/auth/role-dto";
import { dismissAccessRequestAction } from "@/lib/members/access-actions";
import type { MemberDto } from "@/lib/members/member-dto";
import { ChangeRole } from "./change-role";
import { ROLE_NAMES } from "./role-field";

type AccessRequestListProps = {
  requests: AccessRequestDto[];
  members: readonly MemberDto[];
  /** Those that one may give. */
  roles: readonly MemberRole[];
};

/** What people of the workspace ask for: give it by their role, or put it away. */
export function AccessRequestList({ requests, members, roles }: AccessRequestListProps) {
  const { busy, failure, run } = useAction();
  const [granting, setGranting] = useState<AccessRequestDto>();
  const dismiss = async (requestId: string) => {
    const result = await run((from) => dismissAccessRequestAction(from, { requestId }));
    // The row goes, and its button with it.
    if (result?.ok) focusBack(null);
  };
  const member = granting && members.find(({ userId }) => userId === granting.userId);
  return (
    <section aria-labelledby="access" className="grid gap-3">
      <h2 className="text-tile font-semibold" id="access" tabIndex={-1}>
        Access requests
      </h2>
      <table aria-labelledby="access" className="list access-rows">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Needs</th>
            <th scope="col">Asked</th>
            <th className="acts" scope="col">
              What you can do
            </th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => {
            const { id, personName, wants, role, note, createdAt } = request;
            return (
              <tr key={id}>
                <th scope="row">
                  <span className="block truncate font-semibold leading-tight" title={personName}>
                    <bdi>{personName}</bdi>
                  </span>
                  <span className="block text-meta leading-tight text-muted wrap-anywhere">
                    Access to {ACCESS[wants].name}
                    {note ? (
                      <>
                        : <q dir="auto">{note}</q>
                      </>
                    ) : null}
                  </span>
                </th>
                <td className="role">{ROLE_NAMES[role]}</td>
                <td className="asked">
                  <RelativeTime iso={createdAt} />
                </td>
                <td className="acts">
                  <span className="buttons">
                    <Button
                      aria-label={`Change role of ${personName}`}
                      onClick={() => setGranting(request)}
                      variant="quiet"
                    >
                      Change role
                    </Button>
                    <Button
                      aria-label={`Dismiss the request of ${personName}`}
                      busy={busy}
                      onClick={() => dismiss(id)}
                      variant="quiet"
                    >
                      Dismiss
                    </Button>
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Failure error={failure} />
      {granting && member ? (
        <ChangeRole member={member} onClose={() => setGranting(undefined)} preset={granting.role} roles={roles} />
      ) : null}
    </section>
  );
}
