import type { Metadata } from "next";
import { AccessRequestList } from "@/components/members/access-request-list";
import { InvitationList } from "@/components/members/invitation-list";
import { InviteMember } from "@/components/members/invite-member";
import { MemberList, type MemberRights } from "@/components/members/member-list";
import { RequestAccess } from "@/components/members/request-access";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { hasAccess } from "@/lib/auth/access-dto";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";
import { listAccessRequests, listOwnAccessRequests } from "@/lib/members/access-requests";
import { listInvitations } from "@/lib/members/list-invitations";
import { listMembers, successorsAmong } from "@/lib/members/list-members";
import { listWorkspaces } from "@/lib/members/list-workspaces";
import { HOLDS_INSTALLATION, type MemberDto } from "@/lib/members/member-dto";
import { isMailConfigured } from "@/lib/platform/send-mail";
import { dayIn } from "@/lib/settings/rotation-dto";

export const metadata: Metadata = { title: "Members" };

const ONLY_OWNER = "You're the only owner. Give someone else that role first.";

export default async function MembersPage() {
  const actor = await pageActor();
  const mayInvite = can(actor, "member:invite");
  const mayAnswer = can(actor, "access:answer");
  const mayAsk = can(actor, "access:request");
  const [members, requests, invitations, mayPass, { workspaces }] = await Promise.all([
    listMembers(actor),
    mayAnswer ? listAccessRequests(actor) : mayAsk ? listOwnAccessRequests(actor) : [],
    mayInvite ? listInvitations(actor) : [],
    canForInstallation(actor, "installation:pass"),
    listWorkspaces(actor),
  ]);
  const isOnlyOwner = actor.role === "owner" && members.filter(({ role }) => role === "owner").length === 1;
  const holdsInstallation = mayPass && workspaces.filter(({ role }) => role === "owner").length === 1;
  const ownStay = isOnlyOwner ? ONLY_OWNER : holdsInstallation ? HOLDS_INSTALLATION : undefined;
  const roles = MEMBER_ROLES.filter((role) => role !== "owner" || can(actor, "owner:manage"));
  const rightsOver = ({ role, isYou }: MemberDto): MemberRights => {
    const mayTouch = role !== "owner" || can(actor, "owner:manage");
    return {
      roles: mayTouch && can(actor, "member:change-role") ? roles : [],
      // Oneself leaves, and ends one's sessions under one's account.
      mayRemove: !isYou && mayTouch && can(actor, "member:remove"),
      stays: isYou ? ownStay : undefined,
      mayEndSessions: !isYou && mayTouch && can(actor, "member:end-sessions"),
      mayBeGivenInstallation: mayPass && role === "owner" && !isYou,
    };
  };
  return (
    <>
      <div className="flex min-h-9 items-center justify-between gap-4">
        <PageHeading>Members</PageHeading>
        {mayInvite ? <InviteMember mailConfigured={isMailConfigured()} roles={roles} /> : null}
        {mayAsk ? (
          <RequestAccess
            label="Request a role"
            requests={requests}
            variant="secondary"
            wants={(["role-member", "role-admin"] as const).filter((wants) => !hasAccess(actor.role, wants))}
          />
        ) : null}
      </div>
      {mayAnswer && requests.length > 0 ? (
        <AccessRequestList members={members} requests={requests} roles={roles} />
      ) : null}
      <MemberList
        members={members}
        rightsOver={rightsOver}
        successors={successorsAmong(members)}
        today={mayInvite ? dayIn(0) : undefined}
      />
      {members.length === 1 && mayInvite && invitations.length === 0 ? (
        <EmptyState
          action={
            <PageLink className={buttonClass()} href="/members?invite=1">
              Invite someone
            </PageLink>
          }
          icon="people"
          more={<GuideLinkTo id="roles" />}
          title="You're alone here so far"
        >
          Invite your team: members use credentials without viewing or changing them, viewers only look.
        </EmptyState>
      ) : null}
      {invitations.length > 0 ? <InvitationList invitations={invitations} mailConfigured={isMailConfigured()} /> : null}
    </>
  );
}
