import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ConfirmsIdentity } from "@/components/auth/confirms-identity";
import { HeldBackFrame } from "@/components/auth/held-back-frame";
import { Live } from "@/components/live/live";
import { WorkspaceSwitcher } from "@/components/members/workspace-switcher";
import type { Rights } from "@/components/overview/keys/commands";
import { Shortcuts } from "@/components/overview/keys/shortcuts";
import { Frame } from "@/components/ui/frame";
import { OVERRIDE_COOKIE, overrideKey } from "@/components/ui/override-key";
import { Toaster } from "@/components/ui/toaster";
import { RenderedFor } from "@/components/ui/workspace-context";
import { pagePerson } from "@/lib/auth/doors/page-actor";
import { can, type Operation } from "@/lib/auth/permissions";
import { listWorkspaces } from "@/lib/members/list-workspaces";
import { countUnreadNotices } from "@/lib/notices/count-unread-notices";
import { overriddenConnectors } from "@/lib/server/prepare-server";

/** What the commands of every page ask for. */
const rightsTo: Record<Exclude<Rights[number], "keys">, Operation> = {
  addCredential: "credential:create",
  createSource: "data-source:create",
  invite: "member:invite",
  tokens: "token:list",
  audit: "audit:read",
  settings: "settings:read",
};

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await pagePerson();
  const [{ workspaces, mayCreate }, unreadNotices] = await Promise.all([
    listWorkspaces(actor),
    actor.kind === "member" ? countUnreadNotices(actor) : 0,
  ]);
  const current = { id: actor.workspaceId, name: actor.workspaceName };
  // In another workspace it is another one, with nothing open.
  const switcher = (
    <WorkspaceSwitcher current={current} key={current.id} mayCreate={mayCreate} workspaces={workspaces} />
  );
  if (actor.kind === "held-back")
    return (
      <ConfirmsIdentity>
        <RenderedFor value={current.id}>
          <HeldBackFrame switcher={switcher}>{children}</HeldBackFrame>
        </RenderedFor>
      </ConfirmsIdentity>
    );
  const granted = (Object.keys(rightsTo) as (keyof typeof rightsTo)[]).filter((right) => can(actor, rightsTo[right]));
  // Whoever may make workspaces owns the installation, and its keys with it.
  const rights: Rights = mayCreate ? [...granted, "keys"] : granted;
  const overridden = overriddenConnectors();
  const folded = (await cookies()).get(OVERRIDE_COOKIE)?.value;
  return (
    <ConfirmsIdentity>
      <Live workspaceId={current.id}>
        <Frame
          mayHaveTokens={can(actor, "token:list")}
          maySeeAudit={can(actor, "audit:read")}
          maySeeSettings={can(actor, "settings:read")}
          overridden={overridden}
          // Cookies are read decoded.
          isOverrideFolded={folded !== undefined && encodeURIComponent(folded) === overrideKey(overridden)}
          personName={actor.name}
          switcher={switcher}
          unreadNotices={unreadNotices}
        >
          <RenderedFor value={actor.workspaceId}>
            {/* What was done in another workspace is no news here. */}
            <Toaster key={current.id}>
              {children}
              <Shortcuts rights={rights} />
            </Toaster>
          </RenderedFor>
        </Frame>
      </Live>
    </ConfirmsIdentity>
  );
}
