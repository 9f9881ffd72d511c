import type { ReactNode } from "react";
import { ConfirmsIdentity } from "@/components/auth/confirms-identity";
import { WorkspaceSwitcher } from "@/components/members/workspace-switcher";
import { Frame } from "@/components/ui/frame";
import { RenderedFor } from "@/components/ui/workspace-context";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listWorkspaces } from "@/lib/members/list-workspaces";
import { countUnreadNotices } from "@/lib/notices/count-unread-notices";
import { overriddenConnectors } from "@/lib/server/prepare-server";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [{ workspaces, mayCreate }, unreadNotices] = await Promise.all([
    listWorkspaces(actor),
    countUnreadNotices(actor),
  ]);
  const current = { id: actor.workspaceId, name: actor.workspaceName };
  return (
    <ConfirmsIdentity>
      <Frame
        maySeeAudit={can(actor, "audit:read")}
        maySeeSettings={can(actor, "settings:read")}
        overridden={overriddenConnectors()}
        personName={actor.name}
        // In another workspace it is another one, with nothing open.
        switcher={
          <WorkspaceSwitcher current={current} key={current.id} mayCreate={mayCreate} workspaces={workspaces} />
        }
        unreadNotices={unreadNotices}
      >
        <RenderedFor value={actor.workspaceId}>{children}</RenderedFor>
      </Frame>
    </ConfirmsIdentity>
  );
}
