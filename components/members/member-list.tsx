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
    <ul className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
      {members.map((member) => {
        const { userId, name, email, role, joinedAt, isYou, owns } = member;
        const { roles, mayRemove, mayEndSessions, mayBeGivenInstallation } = rightsOver(member);
        return (
          <li
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 p-4 sm:grid-cols-[minmax(0,1fr)_5rem_minmax(0,9rem)] sm:items-center lg:grid-cols-[minmax(0,1fr)_5rem_minmax(0,9rem)_minmax(0,20rem)]"
            key={userId}
          >
            <span className="grid min-w-0">
              <span className="truncate font-semibold" title={name}>
                <bdi>{name}</bdi>
                {isYou ? <span className="font-normal text-muted"> (you)</span> : null}
              </span>
              <span className="truncate text-meta text-muted" title={email}>
                {email}
              </span>
            </span>
            <span>{ROLE_NAMES[role]}</span>
            <span className="text-meta text-muted max-sm:col-span-full">
              Joined <RelativeTime iso={joinedAt} />
              {owns > 0 ? (
                <span className="tabular-nums max-sm:before:content-['_·_'] sm:block">
                  Owns {counted(owns, "credential")}
                </span>
              ) : null}
            </span>
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
          </li>
        );
      })}
    </ul>
  );
}
