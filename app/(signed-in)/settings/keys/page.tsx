import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { KeysPanel } from "@/components/keys/keys-panel";
import { PageHeading } from "@/components/ui/page-heading";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { getKeys } from "@/lib/keys/get-keys";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Keys" };

/** The sealing keys of the installation, for who owns the installation. */
export default async function KeysPage() {
  const actor = await pageActor();
  if (!can(actor, "keys:read")) return <RefusedPage actor={actor} operation="keys:read" place="The key ring" />;
  if (!(await canForInstallation(actor, "keys:read"))) notFound();
  return (
    <>
      <div className="grid gap-1">
        <PageHeading>Keys</PageHeading>
        <p className="max-w-form text-muted">
          Stored values are encrypted with a key that isn't in the database. Back up the keys too, and keep that backup
          away from the database's.
        </p>
      </div>
      <KeysPanel initial={await getKeys(actor)} mayRotate={await canForInstallation(actor, "keys:rotate")} />
    </>
  );
}
