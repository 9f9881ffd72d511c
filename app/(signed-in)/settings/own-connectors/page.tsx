import type { Metadata } from "next";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { OwnList } from "@/components/own-connectors/own-list";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listOwnConnectors, mayDefine } from "@/lib/own-connectors/own-connectors";
import { hasCustomHosts } from "@/lib/platform/env";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Own connectors" };

export default async function OwnConnectorsPage() {
  const actor = await pageActor();
  if (!can(actor, "credential:list"))
    return <RefusedPage actor={actor} operation="credential:list" place="Own connectors" />;
  const connectors = await listOwnConnectors(actor);
  const isAllowed = hasCustomHosts();
  const define = mayDefine(actor) ? (
    <PageLink className={buttonClass("primary")} href="/settings/own-connectors/new">
      Use your own API
    </PageLink>
  ) : null;
  return (
    <>
      <div className="grid gap-1">
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <PageHeading>Own connectors</PageHeading>
          {connectors.length > 0 ? define : null}
        </div>
        <p className="max-w-form text-muted">
          Types of data sources that this workspace defined itself. Their values go to one host each, which this
          server's operator allows.
        </p>
      </div>
      {connectors.length > 0 ? (
        <OwnList connectors={connectors} />
      ) : (
        <EmptyState
          action={define}
          icon="program"
          more={<GuideLinkTo id="own-connectors" />}
          title="No own connectors yet"
        >
          {isAllowed
            ? "Describe an API of your own: what it asks for, how values travel and what proves them. An owner or admin can do that."
            : "This server's operator hasn't allowed any hosts for them yet. See CUSTOM_CONNECTOR_HOSTS in its settings."}
        </EmptyState>
      )}
    </>
  );
}
