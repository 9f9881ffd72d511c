import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { CodeSamples } from "@/components/api/code-samples";
import { HistoryLink } from "@/components/audit/history-link";
import { Causes } from "@/components/credentials/checks/causes";
import { CheckHistory } from "@/components/credentials/checks/check-history";
import { OnePairNote } from "@/components/credentials/checks/one-pair-note";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { RotationFact } from "@/components/credentials/list/rotation-mark";
import { CredentialHeading } from "@/components/credentials/page/credential-heading";
import { CredentialSettings } from "@/components/credentials/page/credential-settings";
import { ProbesSection } from "@/components/credentials/page/probes-section";
import { TransferOwnership } from "@/components/credentials/page/transfer-ownership";
import { UsedBySection } from "@/components/credentials/page/used-by-section";
import { VersionsSection } from "@/components/credentials/page/versions-section";
import { CopyId } from "@/components/ui/copy-id";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { verifySamples } from "@/lib/api/reference/verify-samples";
import type { Member } from "@/lib/auth/actor";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { publicUrl } from "@/lib/auth/public-url";
import { whoseWords } from "@/lib/checks/whose-words-dto";
import { wordsOf } from "@/lib/checks/words-of";
import type { SignInConnector } from "@/lib/connectors/connector";
import { shownValues } from "@/lib/connectors/plain-values";
import type { CredentialDetailsDto, CredentialTileDto } from "@/lib/credentials/credential-dto";
import { getCredential } from "@/lib/credentials/get-credential";
import { getCredentialTile } from "@/lib/credentials/list/get-credential-tile";
import { listNewOwners } from "@/lib/credentials/list/list-credential-owners";
import { getPairReach } from "@/lib/credentials/values/get-pair-reach";
import { getPlainValues } from "@/lib/credentials/values/get-plain-values";
import { listVersions } from "@/lib/credentials/values/list-versions";
import { listCredentialSources } from "@/lib/data-sources/list-credential-sources";
import { connectorIn } from "@/lib/own-connectors/find-connector";
import { counted } from "@/lib/platform/counted-dto";

// Each once, for the title and for the page.
const credentialOf = cache((actor: Member, id: string) => orNotFound(getCredential(actor, id)));
const tileOf = cache((actor: Member, id: string) => orNotFound(getCredentialTile(actor, id)));

export async function generateMetadata({ params }: PageProps<"/credentials/[id]">): Promise<Metadata> {
  const actor = await pageActor();
  const { id } = await params;
  const { name } = can(actor, "credential:read") ? await credentialOf(actor, id) : (await tileOf(actor, id)).credential;
  return { title: `${name} · Credentials` };
}

/** The owner, and the way to another one for those who may. */
async function Owner({ actor, credential, isOwn }: { actor: Member; credential: CredentialTileDto; isOwn: boolean }) {
  const mayTransfer = can(actor, isOwn ? "credential:own" : "credential:transfer");
  // One of the two of the same name may be the owner: by id, where it is known.
  const ownerId = isOwn ? actor.userId : credential.ownerId;
  const people = mayTransfer ? (await listNewOwners(actor)).filter(({ id }) => id !== ownerId) : [];
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <bdi>{credential.ownerName}</bdi>
      {mayTransfer ? (
        <TransferOwnership credential={{ id: credential.id, name: credential.name }} people={people} />
      ) : null}
    </span>
  );
}

/** The good answer of before, of one that needs attention. How a verified one is stands above. */
const lastVerified = ({ status, verifiedAt }: CredentialTileDto): [string, ReactNode][] =>
  status === "VERIFIED" ? [] : [["Last verified", moment(verifiedAt, "Never")]];

const moment = (iso: string | undefined, none: string) => (iso ? <RelativeTime iso={iso} /> : none);

function Uses({ id, usedBy }: { id: string; usedBy: number }) {
  if (usedBy === 0) return "No data source yet";
  return (
    <PageLink
      className="text-accent-ink underline underline-offset-4"
      href={`/data-sources?credentialId=${encodeURIComponent(id)}&sort=name`}
    >
      {counted(usedBy, "data source")}
    </PageLink>
  );
}

/** For those who use it without a view of more. */
async function CredentialTilePage({ actor, id }: { actor: Member; id: string }) {
  const { credential, isOwn } = await tileOf(actor, id);
  const connector = await connectorIn(actor.workspaceId, credential.connectorId);
  const { connectorId, status, createdAt, usedBy, rotation } = credential;
  return (
    <>
      <CredentialHeading credential={credential} />
      {status === "FAILED" ? (
        <AttentionNotice connector={connector} credential={credential} mayReplace={false} />
      ) : null}
      <Facts
        title="Details"
        facts={[
          ["Type", connector?.name ?? connectorId],
          ...plainFacts(connector, credential),
          ...whoseFact(credential),
          ["Owner", <Owner actor={actor} credential={credential} isOwn={isOwn} key="owner" />],
          ...lastVerified(credential),
          ["Used by", <Uses id={id} key="used-by" usedBy={usedBy} />],
          ["Rotation", <RotationFact key="rotation" rotation={rotation} />],
          ["Created", moment(createdAt, "")],
          ["ID", <CopyId id={credential.id} key="id" />],
        ]}
      />
    </>
  );
}

const whoseFact = ({ whose }: CredentialTileDto): [string, ReactNode][] =>
  whose === undefined
    ? []
    : [
        [
          "Belongs to",
          <bdi className="wrap-anywhere" key="whose">
            {whoseWords(whose)}
          </bdi>,
        ],
      ];

const plainFacts = (connector: SignInConnector | undefined, { plainValues }: CredentialTileDto) =>
  shownValues(connector, plainValues).map(({ label, text }): [string, ReactNode] => [
    label,
    <bdi className="wrap-anywhere" key={label}>
      {text}
    </bdi>,
  ]);

/** That the provider ends the values, until somebody says on which day: nobody else knows it. */
const endFact = ({ authentication }: SignInConnector, { rotation }: CredentialDetailsDto): [string, ReactNode][] =>
  authentication.guide.ends === undefined || rotation?.isOwn
    ? []
    : [["Ends", `${authentication.guide.ends} Set “Rotate by” to be told before.`]];

function valuesFact({ authentication }: SignInConnector, { valuesChangedAt }: CredentialDetailsDto) {
  const sealed = authentication.fields.filter(({ secret }) => secret);
  return (
    <span>
      {sealed.map(({ label }) => label).join(" and ")} · encrypted, can't be viewed. Changed{" "}
      <RelativeTime iso={valuesChangedAt} />
    </span>
  );
}

/** *Verify now* as a program says it, folded: few need it. */
function FromPrograms({ id }: { id: string }) {
  return (
    <details>
      <summary className="w-fit rounded-control text-accent-ink underline underline-offset-4">
        Verify it from a program
      </summary>
      <div className="mt-3">
        <CodeSamples samples={verifySamples(publicUrl().origin, id)} />
      </div>
    </details>
  );
}

export default async function CredentialPage({ params }: PageProps<"/credentials/[id]">) {
  const actor = await pageActor();
  const { id } = await params;
  if (!can(actor, "credential:read")) return <CredentialTilePage actor={actor} id={id} />;
  const credential = await credentialOf(actor, id);
  const connector = await connectorIn(actor.workspaceId, credential.connectorId);
  if (!connector) notFound();
  const { ownerId, checkedAt, createdAt, outcome, recentChecks, rotation, usedBy } = credential;
  const { onePerWorkspace }: SignInConnector["authentication"] = connector.authentication;
  const mayReplace = can(actor, "credential:replace");
  const [dataSources, plainValues, versions, reach] = await Promise.all([
    listCredentialSources(actor, credential.id),
    mayReplace ? getPlainValues(actor, connector, credential.id) : {},
    can(actor, "credential:rollback") ? listVersions(actor, credential.id) : undefined,
    onePerWorkspace && mayReplace ? getPairReach(actor, credential.id) : undefined,
  ]);
  const mayBeProbed = connector.kind !== "database" && connector.probes !== undefined;
  const isWarning = outcome === "accepted-with-warning" || outcome === "may-not-read";
  const warned = isWarning ? wordsOf(connector, { outcome }) : undefined;
  return (
    <>
      <CredentialHeading credential={credential} />
      {warned ? (
        <Notice title={warned.message} tone="warn">
          <Causes causes={warned.causes} />
        </Notice>
      ) : null}
      <CredentialSettings
        connector={connector}
        credential={credential}
        dataSources={dataSources}
        mayManage={can(actor, "credential:edit")}
        plainValues={plainValues}
      />
      <UsedBySection credentialId={credential.id} dataSources={dataSources} usedBy={usedBy}>
        {reach ? (
          <OnePairNote
            connector={connector}
            otherCount={reach.credentialCount}
            others={reach.credentials}
            sourceCount={reach.sourceCount}
          />
        ) : null}
      </UsedBySection>
      {mayBeProbed && credential.status === "VERIFIED" && can(actor, "credential:verify") ? (
        <ProbesSection
          connector={{ id: connector.id, name: connector.name, authentication: connector.authentication }}
          credentialId={credential.id}
        />
      ) : null}
      <Facts
        title="Details"
        facts={[
          ["Type", connector.name],
          ...plainFacts(connector, credential),
          ...whoseFact(credential),
          ["Owner", <Owner actor={actor} credential={credential} isOwn={ownerId === actor.userId} key="owner" />],
          ...lastVerified(credential),
          ["Last check", moment(checkedAt, "None yet")],
          ["Values", valuesFact(connector, credential)],
          ["Rotation", <RotationFact key="rotation" rotation={rotation} />],
          ...endFact(connector, credential),
          ["Created", moment(createdAt, "")],
          ...(can(actor, "audit:read")
            ? [["History", <HistoryLink credentialId={credential.id} key="history" />] as const]
            : []),
          ["ID", <CopyId id={credential.id} key="id" />],
          ["API", <FromPrograms id={credential.id} key="api" />],
        ]}
      />
      {versions ? <VersionsSection connector={connector} credential={credential} versions={versions} /> : null}
      {recentChecks.length > 0 ? <CheckHistory checks={recentChecks} /> : null}
    </>
  );
}
