import type { ReactNode } from "react";
import { Frame } from "@/components/ui/frame";
import { pageActor } from "@/lib/auth/page-actor";
import { overriddenConnectors } from "@/lib/auth/prepare-server";

export default async function SignedInLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  return (
    <Frame overridden={overriddenConnectors()} personName={actor.name} workspaceName={actor.workspaceName}>
      {children}
    </Frame>
  );
}
