import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Causes } from "@/components/credentials/causes";
import { CheckHistory } from "@/components/credentials/check-history";
import { CredentialSettings } from "@/components/credentials/credential-settings";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { orNotFound, pageActor } from "@/lib/auth/page-actor";
import { can } from "@/lib/auth/permissions";
import { outcomeTable } from "@/lib/checks/outcome-words";
import { findConnector } from "@/lib/connectors/registry";
import { getCredential } from "@/lib/credentials/get-credential";

export const metadata: Metadata = { title: "Credential" };

export default async function CredentialPage({ params }: PageProps<"/credentials/[id]">) {
  const actor = await pageActor();
  const credential = await orNotFound(getCredential(actor, (await params).id));
  const connector = findConnector(credential.connectorId);
  if (!connector) notFound();
  const {
    name,
    description,
    ownerName,
    status,
    verifiedAt,
    checkedAt,
    createdAt,
    valuesChangedAt,
    dataSources,
    usedBy,
    outcome,
    recentChecks,
  } = credential;
  const warned = outcome === "accepted-with-warning" ? outcomeTable[outcome].words(connector, { outcome }) : undefined;
  return (
    <>
      <div className="grid gap-1.5">
        <Link className="w-fit text-meta text-muted hover:text-ink" href="/credentials" prefetch={false}>
          Credentials
        </Link>
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="text-page" dir="auto">
            {name}
          </h1>
          <StatusBadge status={status} />
        </div>
        {description ? (
          <p className="max-w-form whitespace-pre-line text-muted" dir="auto">
            {description}
          </p>
        ) : null}
      </div>
      {warned ? (
        <div className="max-w-form">
          <Notice title={warned.message} tone="warn">
            <Causes causes={warned.causes} />
          </Notice>
        </div>
      ) : null}
      <CredentialSettings connector={connector} credential={credential} mayManage={can(actor, "credential:edit")} />
      {recentChecks.length > 0 ? <CheckHistory checks={recentChecks} /> : null}
      <Facts
        facts={[
          ["Type", connector.name],
          ["Owner", <bdi key="owner">{ownerName}</bdi>],
          ["Verified", verifiedAt ? <RelativeTime iso={verifiedAt} key="verified" /> : "Never"],
          ["Last check", checkedAt ? <RelativeTime iso={checkedAt} key="checked" /> : "None yet"],
          [
            "Values",
            <span key="values">
              {connector.authentication.fields.map(({ label }) => label).join(" and ")}, sealed; nobody can read them
              here. Changed <RelativeTime iso={valuesChangedAt} />
            </span>,
          ],
          ["Created", <RelativeTime iso={createdAt} key="created" />],
          [
            "Used by",
            usedBy === 0 ? (
              "No data source yet"
            ) : (
              <ul className="grid gap-1" key="sources">
                {dataSources.map((source) => (
                  <li key={source.id}>
                    <Link
                      className="text-accent-ink underline underline-offset-4"
                      dir="auto"
                      href={`/data-sources/${source.id}`}
                      prefetch={false}
                    >
                      {source.name}
                    </Link>
                  </li>
                ))}
                {usedBy > dataSources.length ? <li>and {usedBy - dataSources.length} more</li> : null}
              </ul>
            ),
          ],
        ]}
      />
    </>
  );
}
