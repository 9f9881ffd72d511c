import type { Metadata } from "next";
import { cache } from "react";
import { ConfirmHost } from "@/components/own-connectors/confirm-host";
import { OwnActions } from "@/components/own-connectors/own-actions";
import { OwnFacts } from "@/components/own-connectors/own-facts";
import { OwnVersions } from "@/components/own-connectors/own-versions";
import { ListPages } from "@/components/ui/list-pages";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { orNotFound, pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listOwnVersions } from "@/lib/own-connectors/list-own-versions";
import { getOwnConnector } from "@/lib/own-connectors/own-connectors";
import { ownWords } from "@/lib/own-connectors/own-words-dto";
import { RefusedPage } from "../../../not-for-role";

type Props = PageProps<"/settings/own-connectors/[id]">;

const find = cache(async (id: string) => {
  const actor = await pageActor();
  return can(actor, "credential:list") ? orNotFound(getOwnConnector(actor, id)) : undefined;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await find((await params).id))?.definition.name ?? "Own connectors" };
}

export default async function OwnConnectorPage({ params, searchParams }: Props) {
  const actor = await pageActor();
  const connector = await find((await params).id);
  if (!connector) return <RefusedPage actor={actor} operation="credential:list" place="Own connectors" />;
  const { id, version, definition, confirmation, definedByName, isAllowed } = connector;
  const { after: here } = await searchParams;
  const { versions, after } = await listOwnVersions(actor, id, here);
  const mayDefine = can(actor, "connector:define");
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <PageLink className="w-fit text-meta text-muted underline underline-offset-4" href="/settings/own-connectors">
            Own connectors
          </PageLink>
          <PageHeading>{definition.name}</PageHeading>
          <p className="max-w-form text-muted wrap-anywhere">{ownWords(connector)}</p>
        </div>
        {mayDefine ? <OwnActions id={id} name={definition.name} /> : null}
      </div>
      {isAllowed ? null : (
        <Notice title="Nothing goes to its host now." tone="bad">
          <p>This server's operator no longer allows {definition.host}. Its credentials stay stored and aren't used.</p>
        </Notice>
      )}
      {confirmation.state === "needed" ? (
        <ConfirmHost
          canConfirm={confirmation.canConfirm}
          definedByName={definedByName}
          host={definition.host}
          id={id}
        />
      ) : null}
      <OwnFacts connector={connector} />
      <OwnVersions current={version} id={id} mayExport={mayDefine} versions={versions} />
      <ListPages
        after={after}
        more="Older versions"
        path={`/settings/own-connectors/${id}`}
        query={{ after: typeof here === "string" ? here : undefined }}
      />
    </>
  );
}
