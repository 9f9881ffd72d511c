import type { ReactNode } from "react";
import { Frame } from "@/components/ui/frame";
import { pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { overriddenConnectors } from "@/lib/auth/prepare-server";
import { countUnreadNotices } from "@/lib/notices/count-unread-notices";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  return (
    <Frame
      maySeeAudit={can(actor, "audit:read")}
      maySeeSettings={can(actor, "settings:read")}
      overridden={overriddenConnectors()}
      personName={actor.name}
      unreadNotices={await countUnreadNotices(actor)}
      workspaceName={actor.workspaceName}
    >
      {children}
    </Frame>
  );
}
