import type { Metadata } from "next";
import Link from "next/link";
import { CreateToken } from "@/components/data-sources/tokens/create-token";
import { TokenList } from "@/components/data-sources/tokens/token-list";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ListPages } from "@/components/ui/list-pages";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listTokenChoices } from "@/lib/data-sources/tokens/list-token-choices";
import { listTokens } from "@/lib/data-sources/tokens/list-tokens";
import { momentPageQuery } from "@/lib/platform/moment-page";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Tokens" };

/** One's own tokens, or everyone's for who manages them. `?source=` opens *Create token* for that data source. */
export default async function TokensPage({ searchParams }: PageProps<"/settings/tokens">) {
  const actor = await pageActor();
  if (!can(actor, "token:list")) return <RefusedPage actor={actor} operation="token:list" place="Tokens" />;
  const asked = await searchParams;
  const query = momentPageQuery(asked);
  const [{ tokens, after }, choices] = await Promise.all([
    listTokens(actor, query),
    listTokenChoices(actor, asked.source),
  ]);
  return (
    <>
      <div className="grid gap-1">
        {can(actor, "settings:read") ? null : (
          <Link className="w-fit text-meta text-muted underline underline-offset-4" href="/account" prefetch={false}>
            Your account
          </Link>
        )}
        <div className="flex min-h-9 items-center justify-between gap-4">
          <PageHeading>Tokens</PageHeading>
          <CreateToken choices={choices} />
        </div>
        <p className="max-w-form text-muted">
          A program sends a token and can do what it allows, never more than its creator can. It never gets a stored
          secret.{" "}
          <PageLink className="underline underline-offset-4" href="/docs/api">
            What the API can do
          </PageLink>
        </p>
      </div>
      {tokens.length > 0 ? <TokenList mayRevokeAll={can(actor, "token:manage")} tokens={tokens} /> : null}
      {tokens.length === 0 && query.after !== undefined ? (
        <p className="text-muted">There's nothing on this page any more.</p>
      ) : null}
      {tokens.length === 0 && query.after === undefined ? (
        <EmptyState
          action={
            can(actor, "token:create") ? (
              <PageLink className={buttonClass()} href="/settings/tokens?create=1">
                Create token
              </PageLink>
            ) : null
          }
          icon="program"
          more={<GuideLinkTo id="tokens" />}
          title="No tokens yet"
        >
          With a token, a pipeline, notebook or script works through Latchkey. It can do only what you choose, until the
          day you choose, and only as long as you can do it yourself.
        </EmptyState>
      ) : null}
      <ListPages after={after} more="More tokens" path="/settings/tokens" query={query} />
    </>
  );
}
