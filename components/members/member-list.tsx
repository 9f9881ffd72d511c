import { RelativeTime } from "@/components/ui/relative-time";
import type { MemberRole } from "@/lib/auth/role-dto";
import type { MemberDto, Successor } from "@/lib/members/member-dto";
import { counted } from "@/lib/platform/counted-dto";
import { DayAgo } from "./day-ago";
import { ManageMember } from "./manage-member";
import { ROLE_NAMES } from "./role-field";

/** What the person who looks may do with someone. */
export type MemberRights = {
  roles: readonly MemberRole[];
  mayRemove: boolean;
  /** Why neither their role nor their place may go now. */
  stays?: string | undefined;
  mayEndSessions: boolean;
  mayBeGivenInstallation: boolean;
};

type MemberListProps = {
  members: MemberDto[];
  rightsOver: (member: MemberDto) => MemberRights;
  successors: readonly Successor[];
  /** The day it is, in UTC; given where the rows say when people were last here. */
  today: string | undefined;
};

const SECOND_FACTORS = { on: "On", off: "Off", elsewhere: "At the provider" } as const;

/** When someone was last here, and whether their sign-in has a second factor. */
function Safety({ member: { lastSeenOn, secondFactor }, today }: { member: MemberDto; today: string }) {
  return (
    <>
      <td className="seen">{lastSeenOn ? <DayAgo day={lastSeenOn} today={today} /> : "never"}</td>
      <td className={`factor ${secondFactor === "off" ? "text-warn" : ""}`}>
        {secondFactor ? SECOND_FACTORS[secondFactor] : null}
      </td>
    </>
  );
}

/** Everyone in the workspace, one a row. */
export function MemberList({ members, rightsOver, successors, today }: MemberListProps) {
  return (
    <table aria-label="Members" className={`list member-rows ${today ? "with-safety" : ""}`}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Role</th>
          <th className="joined" scope="col">
            Joined
          </th>
          {today ? (
            <>
              <th scope="col">Last seen</th>
              <th scope="col">Second factor</th>
            </>
          ) : null}
          <th className="owns" scope="col">
            Owns
          </th>
          <th className="acts" scope="col">
            What you can do
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => {
          const { userId, name, email, role, joinedAt, isYou, owns } = member;
          const { roles, mayRemove, stays, mayEndSessions, mayBeGivenInstallation } = rightsOver(member);
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
              {today ? <Safety member={member} today={today} /> : null}
              <td className="owns">{owns > 0 ? counted(owns, "credential") : null}</td>
              <td className="acts">
                {roles.length > 0 || mayRemove || mayEndSessions || isYou ? (
                  <ManageMember
                    mayBeGivenInstallation={mayBeGivenInstallation}
                    mayEndSessions={mayEndSessions}
                    mayLeave={isYou}
                    mayRemove={mayRemove}
                    member={member}
                    roles={roles}
                    stays={stays}
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
