import { NotForRole } from "@/components/members/not-for-role";
import { RequestAccess } from "@/components/members/request-access";
import type { AccessWant } from "@/lib/auth/access-dto";
import type { Member } from "@/lib/auth/actor";
import { can, type Operation } from "@/lib/auth/permissions";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";
import { listOwnAccessRequests } from "@/lib/members/access-requests";

type RefusedPageProps = { actor: Member; place: string; operation: Operation };

/** What someone who is refused one of these can ask for. */
const WANTS: Partial<Record<Operation, AccessWant>> = {
  "data-source:create": "data-sources",
  "data-source:edit": "data-sources",
  "credential:select": "data-sources",
  "credential:restore": "deleted-credentials",
  "token:list": "tokens",
  "audit:read": "audit",
  "settings:read": "settings",
};

/** In place of a page that its table of rights does not grant. */
export async function RefusedPage({ actor, place, operation }: RefusedPageProps) {
  const { role, workspaceName } = actor;
  const roles = MEMBER_ROLES.filter((each) => can({ role: each }, operation));
  const wants = WANTS[operation];
  const request =
    wants && can(actor, "access:request") ? (
      <RequestAccess label="Request access" requests={await listOwnAccessRequests(actor)} wants={[wants]} />
    ) : undefined;
  return <NotForRole place={place} request={request} role={role} roles={roles} workspaceName={workspaceName} />;
}
