import type { Metadata } from "next";
import { MethodMark } from "@/components/api/method-mark";
import { CopyCode } from "@/components/ui/copy-code";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { listReference } from "@/lib/api/reference/describe-operations";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { publicUrl } from "@/lib/auth/public-url";

export const metadata: Metadata = { title: "API" };

export default async function ApiReferencePage() {
  await pageActor();
  const { origin } = publicUrl();
  const first = `curl --header "Authorization: Bearer $LATCHKEY_TOKEN" "${origin}/api/v1/me"\n`;
  return (
    <>
      <div className="grid gap-1">
        <PageHeading>API</PageHeading>
        <p className="max-w-form text-muted">
          Everything the screens do, for programs. They send a{" "}
          <PageLink href="/settings/tokens" className="underline underline-offset-4">
            token
          </PageLink>
          , which does what it allows and no more, and never gets a stored secret.
        </p>
      </div>
      <CopyCode label="the first request" text={first} />
      <ul className="grid max-w-form list-disc gap-1 pl-5">
        <li>Refusals are RFC 9457 problems: go by their code.</li>
        <li>Lists come in pages: follow next, or the Link header, until there is none.</li>
        <li>Changes name the state you saw: send its ETag as If-Match.</li>
        <li>Requests that create something take an Idempotency-Key: sent again, they create nothing twice.</li>
        <li>
          Clients are made from the{" "}
          <a className="underline underline-offset-4" href="/api/v1/openapi.json">
            OpenAPI document
          </a>
          .
        </li>
      </ul>
      {listReference().map(({ name, about, operations }) => (
        <section aria-label={name} className="grid gap-2" key={name}>
          <h2 className="text-tile font-semibold">{name}</h2>
          <p className="max-w-form text-muted">{about}</p>
          <ul className="divide-y border-y">
            {operations.map(({ id, method, path, summary }) => (
              <li key={id}>
                <PageLink
                  className="flex min-h-11 flex-wrap items-center gap-x-3 py-1.5 hover:bg-sunken"
                  href={`/docs/api/${id}`}
                >
                  <MethodMark method={method} />
                  <span className="font-medium">{summary}</span>
                  <code className="font-mono text-meta text-muted sm:ml-auto">{path}</code>
                </PageLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
