import type { Metadata } from "next";
import Link from "next/link";
import { DeletedList } from "@/components/credentials/list/deleted-list";
import { ListPages } from "@/components/ui/list-pages";
import { PageHeading } from "@/components/ui/page-heading";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { DELETED_KEPT_DAYS } from "@/lib/credentials/credential-dto";
import { listDeletedCredentials } from "@/lib/credentials/deletion/list-deleted-credentials";
import { connectorsIn } from "@/lib/own-connectors/find-connector";
import { momentPageQuery } from "@/lib/platform/moment-page";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Recently deleted" };

export default async function DeletedCredentialsPage({ searchParams }: PageProps<"/credentials/deleted">) {
  const actor = await pageActor();
  if (!can(actor, "credential:restore"))
    return <RefusedPage actor={actor} operation="credential:restore" place="Recently deleted" />;
  const query = momentPageQuery(await searchParams);
  const { credentials, after } = await listDeletedCredentials(actor, query);
  const find = await connectorsIn(
    actor.workspaceId,
    credentials.map(({ connectorId }) => connectorId),
  );
  const names = Object.fromEntries(
    credentials.map(({ connectorId }) => [connectorId, find(connectorId)?.name ?? connectorId]),
  );
  return (
    <>
      <div className="grid gap-1.5">
        <Link className="w-fit text-meta text-muted hover:text-ink" href="/credentials" prefetch={false}>
          Credentials
        </Link>
        <PageHeading>Recently deleted</PageHeading>
        <p className="max-w-form text-muted">
          You can restore deleted credentials for {DELETED_KEPT_DAYS} days, then they're erased.
        </p>
      </div>
      <DeletedList credentials={credentials} isPast={query.after !== undefined} names={names} />
      <ListPages after={after} more="More deleted credentials" path="/credentials/deleted" query={query} />
    </>
  );
}
