import type { ReactNode } from "react";
import { attention } from "@/components/credentials/list/attention";
import { ReplaceLink } from "@/components/credentials/list/replace-link";
import { Icon } from "@/components/ui/icon";
import { PageLink } from "@/components/ui/page-link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import type { FailedCredentialDto, OverviewDto, SourceStateDto } from "@/lib/overview/overview-dto";
import { counted } from "@/lib/platform/counted-dto";
import { MoreLink, Panel, PanelList, PanelRow } from "./panel";

const alert = <Icon className="size-5 text-bad" name="alert" />;
const question = <Icon className="size-5 text-warn" name="question" />;

type FailedCredentialProps = {
  credential: FailedCredentialDto;
  connector: AnyConnector | undefined;
  mayReplace: boolean;
};

function FailedCredential({ credential, connector, mayReplace }: FailedCredentialProps) {
  const { id, name, failedAt, usedBy, ...since } = credential;
  // When is told beside it.
  const { sentence } = attention(connector, since);
  const use = usedBy > 0 ? ` ${counted(usedBy, "data source uses", "data sources use")} it.` : "";
  return (
    <PanelRow
      about={`${sentence}${use}${mayReplace ? "" : " Ask an admin to replace its values."}`}
      href={`/credentials/${id}`}
      mark={alert}
      name={name}
    >
      {failedAt ? <RelativeTime iso={failedAt} /> : null}
      {mayReplace ? <ReplaceLink credential={credential} /> : null}
    </PanelRow>
  );
}

function FailedRead({ source: { id, name, lastRead } }: { source: SourceStateDto }) {
  return (
    <PanelRow
      about={<bdi>{lastRead?.sentence}</bdi>}
      href={`/data-sources/${id}`}
      mark={<Icon className="size-5 text-bad" name="sources" />}
      name={name}
    >
      {lastRead ? <RelativeTime iso={lastRead.startedAt} /> : null}
    </PanelRow>
  );
}

function OwnRow({ title, href, about, act }: { title: string; href: string; about: ReactNode; act: string }) {
  return (
    <PanelRow about={about} href={href} isOfPeople={false} mark={question} name={title}>
      <PageLink className="action-link" href={href}>
        {act}
      </PageLink>
    </PanelRow>
  );
}

/** What the checklist asks for, once that is put away. */
function safetyRows({ safety, checklist }: OverviewDto): ReactNode[] {
  if (checklist) return [];
  return [
    safety.keyIsBackedUp === false ? (
      <OwnRow
        about="Without a copy of it, nobody can decrypt what's stored."
        act="Back it up"
        href="/settings/keys"
        key="key"
        title="The encryption key has no backup"
      />
    ) : null,
    safety.byPasswordAlone ? (
      <OwnRow
        about="With a second factor, a stolen password isn't enough."
        act="Turn it on"
        href="/account"
        key="second-factor"
        title="You sign in with a password alone"
      />
    ) : null,
  ].filter((row) => row !== null);
}

type AttentionPanelProps = {
  overview: OverviewDto;
  /** The connectors of what failed. */
  find: (connectorId: string) => AnyConnector | undefined;
  mayReplace: boolean;
  most: number;
};

/** Everything that somebody should do something about, the worst first. */
export function AttentionPanel({ overview, find, mayReplace, most }: AttentionPanelProps) {
  const { failed, failedReads, providers = [], counts } = overview;
  const rows = [
    ...failed.map((credential) => (
      <FailedCredential
        connector={find(credential.connectorId)}
        credential={credential}
        key={credential.id}
        mayReplace={mayReplace}
      />
    )),
    ...providers.flatMap(({ connectorId, name, failingSince }) =>
      failingSince
        ? [
            <PanelRow
              about="Checks and reads wait until it answers."
              href="/settings/credentials#providers"
              isOfPeople={false}
              key={connectorId}
              mark={question}
              name={`${name} isn't answering`}
            >
              <span>
                since <RelativeTime iso={failingSince} />
              </span>
            </PanelRow>,
          ]
        : [],
    ),
    ...failedReads.map((source) => <FailedRead key={source.id} source={source} />),
    ...safetyRows(overview),
  ];
  return (
    <Panel
      more={
        counts.attention > Math.min(failed.length, most) ? (
          <MoreLink href="/credentials?status=FAILED">See all</MoreLink>
        ) : null
      }
      title="Needs attention"
    >
      {rows.length > 0 ? (
        <PanelList>{rows.slice(0, most)}</PanelList>
      ) : (
        <p className="flex items-center gap-3 px-4 py-3 text-muted">
          <Icon className="size-5 text-ok" name="check" />
          Nothing needs attention.
        </p>
      )}
    </Panel>
  );
}
