import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConnectorPicker } from "@/components/connectors/connector-picker";
import { Stepper } from "@/components/ui/stepper";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { connectors } from "@/lib/connectors/registry";

export const metadata: Metadata = { title: "Select data source type" };

export default async function SelectTypePage() {
  if (!can(await pageActor(), "data-source:create")) notFound();
  const tiles = connectors.map(({ id, name, summary, category }) => ({ id, name, summary, category }));
  return (
    <>
      <div className="grid gap-3">
        <Stepper current={0} links={[]} />
        <h1 className="text-page">Select data source type</h1>
      </div>
      <ConnectorPicker connectors={tiles} />
    </>
  );
}
