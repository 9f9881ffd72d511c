import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberRole } from "@/lib/auth/role-dto";
import type { MemberDto, Successor } from "@/lib/members/member-dto";
import { counted } from "@/lib/platform/counted-dto";
import { ManageMember } from "./manage-member";
import { ROLE_NAMES } from "./role-field";

/** What the person who looks may do with someone. */
export type MemberRights = {
  roles: readonly MemberRole[];
  mayRemove: boolean;
  mayEndSessions: boolean;
  mayBeGivenInstallation: boolean;
};

type MemberListProps = {
  members: MemberDto[];
  rightsOver: (member: MemberDto) => MemberRights;
  successors: readonly Successor[];
};

/** Everyone in the workspace, one a row. */
export function MemberList({ members, rightsOver, successors }: MemberListProps) {
  return (
    <table aria-label="Members" className="list member-rows">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th scope="col">Joined</th>
          <th scope="col">Owns</th>
          <th className="acts" scope="col">
            What you can do
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const { userId, name, email, role, joinedAt, isYou, owns } = member;
          const { roles, mayRemove, mayEndSessions, mayBeGivenInstallation } = rightsOver(member);
          return (
            <tr key={userId}>
              <th scope="row">
                <span className="block truncate font-semibold leading-tight" title={name}>
                  <bdi>{name}</bdi>
                  {isYou ? <span className="font-normal text-muted"> (you)</span> : null}
                </span>
                <span className="block truncate text-meta leading-tight text-muted" title={email}>
                  {email}
                </span>
              </th>
              <td className="role">{ROLE_NAMES[role]}</td>
              <td className="joined">
                <RelativeTime iso={joinedAt} />
              </td>
              <td className="owns">{owns > 0 ? counted(owns, "credential") : null}</td>
              <td className="acts">
                {roles.length > 0 || mayRemove || mayEndSessions ? (
                  <ManageMember
                    mayBeGivenInstallation={mayBeGivenInstallation}
                    mayEndSessions={mayEndSessions}
                    mayRemove={mayRemove}
                    member={member}
                    roles={roles}
                    successors={successors.filter((other) => other.userId !== userId)}
                  />
                ) : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
