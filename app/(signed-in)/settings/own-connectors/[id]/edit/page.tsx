import type { Metadata } from "next";
import { DefineForm } from "@/components/own-connectors/define-form";
import { PageHeading } from "@/components/ui/page-heading";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { allowedWords } from "@/lib/own-connectors/allowed-words";
import { getOwnConnector } from "@/lib/own-connectors/own-connectors";
import { RefusedPage } from "../../../../not-for-role";

export const metadata: Metadata = { title: "Edit own connector" };

export default async function EditOwnConnectorPage({ params }: PageProps<"/settings/own-connectors/[id]/edit">) {
  const actor = await pageActor();
  if (!can(actor, "connector:define"))
    return <RefusedPage actor={actor} operation="connector:define" place="Own connectors" />;
  const connector = await orNotFound(getOwnConnector(actor, (await params).id));
  return (
    <>
      <div className="grid gap-1">
        <PageHeading>Edit {connector.definition.name}</PageHeading>
        <p className="max-w-form text-muted">
          Where values travel and what proves them concerns its credentials: they are verified again after such a
          change.
        </p>
      </div>
      <DefineForm allowed={allowedWords()} connector={connector} key={connector.version} />
    </>
  );
}
