import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DefineForm } from "@/components/own-connectors/define-form";
import { PageHeading } from "@/components/ui/page-heading";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { allowedWords } from "@/lib/own-connectors/allowed-words";
import { mayDefine } from "@/lib/own-connectors/own-connectors";
import { RefusedPage } from "../../../not-for-role";

export const metadata: Metadata = { title: "Use your own API" };

export default async function DefinePage() {
  const actor = await pageActor();
  if (!can(actor, "connector:define"))
    return <RefusedPage actor={actor} operation="connector:define" place="Own connectors" />;
  if (!mayDefine(actor)) notFound();
  return (
    <>
      <div className="grid gap-1">
        <PageHeading>Use your own API</PageHeading>
        <p className="max-w-form text-muted">
          Say how a key travels to an API of yours. Everyone here can then keep credentials for it and read it.
        </p>
      </div>
      <DefineForm allowed={allowedWords()} />
    </>
  );
}
