import type { Metadata } from "next";
import { ConnectorPicker } from "@/components/connectors/connector-picker";
import { PageHeading } from "@/components/ui/page-heading";
import { Stepper } from "@/components/ui/stepper";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { listTiles } from "@/lib/own-connectors/list-tiles";
import { mayDefine } from "@/lib/own-connectors/own-connectors";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Select data source type" };

const USED_SHOWN = 4;

export default async function SelectTypePage() {
  const actor = await pageActor();
  if (!can(actor, "data-source:create"))
    return <RefusedPage actor={actor} operation="data-source:create" place="Creating data sources" />;
  const tiles = await listTiles(actor);
  const { credentials } = can(actor, "credential:select") ? await listCredentials(actor, {}) : { credentials: [] };
  const used = [...new Set(credentials.map(({ connectorId }) => connectorId))].slice(0, USED_SHOWN);
  return (
    <>
      <div className="grid gap-3">
        <Stepper current={0} links={[]} />
        <PageHeading>Select data source type</PageHeading>
      </div>
      <ConnectorPicker
        connectors={tiles}
        mayAdd={can(actor, "credential:create")}
        mayDefine={mayDefine(actor)}
        used={used}
      />
    </>
  );
}
