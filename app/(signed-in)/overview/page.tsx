import type { Metadata } from "next";
import { AttentionPanel } from "@/components/overview/attention-panel";
import { Checklist } from "@/components/overview/checklist";
import { CountsLine } from "@/components/overview/counts-line";
import { ProvidersPanel } from "@/components/overview/providers-panel";
import { RotationsPanel } from "@/components/overview/rotations-panel";
import { SafetyPanel } from "@/components/overview/safety-panel";
import { SourcesPanel } from "@/components/overview/sources-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { getOverview } from "@/lib/overview/get-overview";
import { connectorsIn } from "@/lib/own-connectors/find-connector";

export const metadata: Metadata = { title: "Overview" };

/** The first screen: one glance. */
export default async function OverviewPage() {
  const actor = await pageActor();
  const overview = await getOverview(actor);
  const find = await connectorsIn(
    actor.workspaceId,
    overview.failed.map(({ connectorId }) => connectorId),
  );
  const { checklist, counts, rotations, sources, providers, safety } = overview;
  return (
    <>
      <div className="flex min-h-9 flex-wrap items-center gap-x-6 gap-y-1">
        <PageHeading>Overview</PageHeading>
        <CountsLine counts={counts} />
      </div>
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          {checklist ? <Checklist checklist={checklist} /> : null}
          <AttentionPanel
            find={find}
            mayReplace={can(actor, "credential:replace")}
            most={checklist ? 3 : 6}
            overview={overview}
          />
          <SourcesPanel
            mayCreate={can(actor, "data-source:create")}
            seesReads={can(actor, "data-source:read")}
            sources={checklist ? sources.slice(0, 4) : sources}
          />
        </div>
        <div className="grid min-w-0 gap-4">
          {counts.all > 0 ? <RotationsPanel counts={counts} rotations={rotations} /> : null}
          {providers ? <ProvidersPanel providers={providers} /> : null}
          <SafetyPanel safety={safety} />
        </div>
      </div>
    </>
  );
}
