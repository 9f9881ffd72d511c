import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageLink } from "@/components/ui/page-link";
import { type MemberRole, withArticle } from "@/lib/auth/role-dto";

type NotForRoleProps = {
  /** Whose page it is, as part of a sentence: "Audit". */
  place: string;
  /** Who looks. */
  role: MemberRole;
  /** Whose it is. */
  roles: readonly MemberRole[];
  workspaceName: string;
  /** *Request access*, where that can be asked for. */
  request?: ReactNode;
};

/** "owners and admins" */
function inWords(roles: readonly MemberRole[]): string {
  const plural = roles.map((role) => `${role}s`);
  const last = plural.pop() ?? "";
  return plural.length === 0 ? last : `${plural.join(", ")} and ${last}`;
}

/** To someone of the workspace: that the place is there, and for whom. Strangers are told that there is nothing. */
export function NotForRole({ place, role, roles, workspaceName, request }: NotForRoleProps) {
  return (
    <EmptyState
      icon="people"
      action={
        <div className="grid justify-items-center gap-3">
          {request}
          <PageLink className={buttonClass(request ? "quiet" : "secondary")} href="/members">
            See whom to ask
          </PageLink>
        </div>
      }
      isPage
      title="Not for your role"
    >
      {place} is for {inWords(roles)} of <bdi>{workspaceName}</bdi>, and you are {withArticle(role)} here. Ask an owner
      or admin if you need it.
    </EmptyState>
  );
}
