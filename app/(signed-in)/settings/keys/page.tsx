import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { KeysPanel } from "@/components/keys/keys-panel";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { getKeys } from "@/lib/keys/get-keys";

export const metadata: Metadata = { title: "Keys" };

/** The sealing keys of the installation, for who owns the installation. */
export default async function KeysPage() {
  const actor = await pageActor();
  if (!(await canForInstallation(actor, "keys:read"))) notFound();
  return (
    <>
      <div className="grid gap-1">
        <Link className="w-fit text-meta text-muted underline underline-offset-4" href="/settings" prefetch={false}>
          Settings
        </Link>
        <h1 className="text-page">Keys</h1>
        <p className="max-w-form text-muted">
          Stored values are sealed with a key that is not in the database. A backup of the database needs a backup of
          its keys, kept in another place.
        </p>
      </div>
      <KeysPanel initial={await getKeys(actor)} mayRotate={await canForInstallation(actor, "keys:rotate")} />
    </>
  );
}
