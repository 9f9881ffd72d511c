import { NotForRole } from "@/components/members/not-for-role";
import type { Member } from "@/lib/auth/actor";
import { can, type Operation } from "@/lib/auth/permissions";
import { MEMBER_ROLES } from "@/lib/auth/role-dto";

type RefusedPageProps = { actor: Member; place: string; operation: Operation };

/** In place of a page that its table of rights does not grant. */
export function RefusedPage({ actor: { role, workspaceName }, place, operation }: RefusedPageProps) {
  const roles = MEMBER_ROLES.filter((each) => can({ role: each }, operation));
  return <NotForRole place={place} role={role} roles={roles} workspaceName={workspaceName} />;
}
