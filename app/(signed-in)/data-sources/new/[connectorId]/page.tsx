import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CredentialPicker } from "@/components/credentials/list/credential-picker";
import { toView } from "@/components/credentials/list/to-view";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import type { Member } from "@/lib/auth/actor";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { credentialListQuery } from "@/lib/credentials/list/credential-list-schema";
import { findChosenCredential } from "@/lib/credentials/list/find-chosen-credential";
import { listCredentialOwners } from "@/lib/credentials/list/list-credential-owners";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { getPlainValues } from "@/lib/credentials/values/get-plain-values";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { signInOf } from "@/lib/own-connectors/sign-in-of";
import { RefusedPage } from "../../../not-for-role";

const connectorOf = cache((actor: Member, id: string) => connectorIn(actor.workspaceId, id));

export async function generateMetadata({ params }: PageProps<"/data-sources/new/[connectorId]">): Promise<Metadata> {
  await pageActor();
  const connector = await connectorOf(await pageActor(), (await params).connectorId);
  if (!connector) notFound();
  return { title: `Authenticate · ${connector.name}` };
}

/** The one whose values are to be replaced in this step; of another type or gone meanwhile, none. */
async function findReplaced(actor: Member, connector: AnyConnector, wanted: unknown) {
  if (wanted === undefined || !can(actor, "credential:replace")) return undefined;
  const found = await findChosenCredential(actor, connector.id, wanted);
  if (found?.revision === undefined) return undefined;
  const { id, name, revision, whose } = found;
  const credential = { id, name, revision, ...(whose ? { whose } : {}) };
  return { credential, plainValues: await getPlainValues(actor, connector, id) };
}

export default async function AuthenticatePage({ params, searchParams }: PageProps<"/data-sources/new/[connectorId]">) {
  const actor = await pageActor();
  const connector = await connectorOf(actor, (await params).connectorId);
  if (!can(actor, "credential:select"))
    return <RefusedPage actor={actor} operation="credential:select" place="Creating data sources" />;
  if (!connector) notFound();
  const { credential, replace, gone, ...parameters } = await searchParams;
  const { connectorId: _, ...query } = credentialListQuery(parameters);
  const [page, chosen, replacing] = await Promise.all([
    listCredentials(actor, { ...query, connectorId: connector.id }),
    findChosenCredential(actor, connector.id, credential),
    findReplaced(actor, connector, replace),
  ]);
  const isAll = page.after === undefined && Object.keys(query).length === 0;
  const signIn = await signInOf(actor, connector);
  // The chosen one stays in sight, whatever the search and the page are.
  const isThere = !chosen || page.credentials.some(({ id }) => id === chosen.id);
  const shown = isThere ? page.credentials : [chosen, ...page.credentials];
  return (
    <>
      <div className="grid gap-3">
        <Stepper current={1} links={["/data-sources/new"]} />
        <div>
          <h1 className="text-page">Authenticate</h1>
          <p className="mt-1 text-muted">Which {connector.name} credential should this data source use?</p>
          {signIn.about ? <p className="max-w-form text-meta text-muted wrap-anywhere">{signIn.about}</p> : null}
        </div>
      </div>
      {gone === "1" ? (
        <Notice title="The credential you chose is gone." tone="warn">
          <p>Someone deleted it in the meantime. Choose another one; what you typed for the data source is kept.</p>
        </Notice>
      ) : null}
      <CredentialPicker
        connector={signIn}
        credentials={shown.map((each) => toView(connector, each))}
        mayCreate={can(actor, "credential:create")}
        mayReplace={can(actor, "credential:replace")}
        replacing={replacing}
        page={{ isAll, query, owners: isAll ? [] : await listCredentialOwners(actor), next: page.after }}
      />
    </>
  );
}
