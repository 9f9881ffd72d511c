"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { AddCredential } from "@/components/credentials/add/add-credential";
import { Causes } from "@/components/credentials/checks/causes";
import { Button, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDto, CredentialListQuery } from "@/lib/credentials/credential-dto";
import { CredentialTile } from "./credential-tile";
import { type CredentialView, toView } from "./credential-view";
import { TileFilters, tilesHref } from "./tile-filters";

const MANY = 8;

/** What a credential that was just saved was accepted with. */
type SavedWarning = { credentialId: string; verification: VerificationResult };

type CredentialPickerProps = {
  connector: SignInConnector;
  credentials: readonly CredentialView[];
  mayCreate: boolean;
  mayReplace: boolean;
  page: {
    /** Whether these are all there are: then the browser searches. */
    isAll: boolean;
    /** What the server searched and filtered by. */
    query: CredentialListQuery;
    /** Whose credentials it can filter by. */
    owners: readonly { id: string; name: string }[];
    /** The cursor of the next page, where there is one. */
    next: string | undefined;
  };
};

type FoundProps = {
  page: CredentialPickerProps["page"];
  selected: CredentialView | undefined;
  /** Whether others than the chosen one are there. */
  isAny: boolean;
};

/** What the tiles are, where they are not all. */
function Found({ page: { query }, selected, isAny }: FoundProps) {
  const { q, status, owner, unused, after } = query;
  if (!(q || status || owner || unused || after)) return null;
  const what = q ? ` “${q}”` : "";
  return (
    <p className="text-muted" role="status">
      {isAny
        ? `Credentials that match${what}${selected ? ", and the chosen one" : ""}.`
        : `No ${selected ? "other " : ""}credential matches${what}.`}
    </p>
  );
}

/** The *Authenticate* step: tiles to choose from, one to add another, and the way on. The choice lives in the URL. */
export function CredentialPicker({ connector, credentials, mayCreate, mayReplace, page }: CredentialPickerProps) {
  const router = useRouter();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const [adding, setAdding] = useState(false);
  const [query, setQuery] = useState("");
  const [added, setAdded] = useState<CredentialView[]>([]);
  // The URL follows a choice a moment later; the tile must not wait for it.
  const [choice, setChoice] = useState<string>();
  const [announcement, setAnnouncement] = useState("");
  const [warning, setWarning] = useState<SavedWarning>();

  // What else shows credentials is fetched anew only when the tile stands: its answer must not wait for a whole page.
  useEffect(() => {
    if (added.length > 0) router.refresh();
  }, [added, router]);

  // A tile that was just saved is here at once, before the server's new list is.
  const all = [...added.filter(({ id }) => !credentials.some((known) => known.id === id)), ...credentials];
  const needle = page.isAll ? query.trim().toLowerCase() : "";
  const textOf = ({ name, description = "", shown = [] }: CredentialView) =>
    [name, description, ...shown.map(({ text }) => text)].join(" ").toLowerCase();
  const shown = all.filter((credential) => textOf(credential).includes(needle));
  const selected = all.find(({ id }) => id === choice) ?? all.find(({ id }) => id === searchParams.get("credential"));

  const select = (id: string) => {
    setChoice(id);
    const next = new URLSearchParams(window.location.search);
    next.set("credential", id);
    window.history.replaceState(null, "", `${pathname}?${next}`);
  };
  const take = (credential: CredentialDto, announcement: string) => {
    setAdded((before) => [toView(connector, credential), ...before.filter(({ id }) => id !== credential.id)]);
    setAdding(false);
    setQuery("");
    select(credential.id);
    setAnnouncement(announcement);
  };
  const onSaved = (credential: CredentialDto, verification: VerificationResult | undefined) => {
    take(credential, `${credential.name} was saved as ${credential.status.toLowerCase()} and is selected.`);
    setWarning(
      verification?.outcome === "accepted-with-warning" ? { credentialId: credential.id, verification } : undefined,
    );
  };

  return (
    <>
      {page.isAll ? null : <TileFilters chosenId={selected?.id} owners={page.owners} query={page.query} />}
      {page.isAll && all.length > MANY ? (
        <SearchField label="Search credentials" onChange={(event) => setQuery(event.target.value)} value={query} />
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4">
        {mayCreate ? (
          <button
            className="grid min-h-44 content-center justify-items-center gap-2 rounded-tile border border-dashed border-edge bg-transparent p-4 font-medium text-accent-ink transition-colors hover:border-accent-ink hover:bg-accent-soft"
            onClick={() => setAdding(true)}
            type="button"
          >
            <Icon className="size-6" name="plus" />
            Add Credential
          </button>
        ) : null}
        <div aria-label="Credentials" className="contents" role="radiogroup">
          {shown.map((credential) => (
            <CredentialTile
              credential={credential}
              key={credential.id}
              mayReplace={mayReplace}
              onSelect={() => select(credential.id)}
              selected={credential.id === selected?.id}
            />
          ))}
        </div>
      </div>
      {page.next === undefined ? null : (
        <PageLink
          className={`${buttonClass()} w-fit`}
          href={tilesHref(pathname, { ...page.query, credential: selected?.id, after: page.next })}
        >
          More credentials
        </PageLink>
      )}
      {page.isAll ? null : (
        <Found isAny={credentials.some(({ id }) => id !== selected?.id)} page={page} selected={selected} />
      )}
      {all.length === 0 && page.isAll ? (
        <p className="max-w-form text-muted">
          {mayCreate
            ? `There is no ${connector.name} credential in this workspace yet. Add one: it is verified with ${connector.name} before it is stored.`
            : `There is no ${connector.name} credential in this workspace yet. Ask an admin of the workspace to add one.`}
        </p>
      ) : null}
      {all.length > 0 && shown.length === 0 ? (
        <p className="text-muted">No credential matches “{query.trim()}”.</p>
      ) : null}
      {selected?.status === "UNVERIFIED" ? (
        <Notice title={`${selected.name} has not been verified.`} tone="warn">
          <p>It is verified with {connector.name} when you create the data source.</p>
        </Notice>
      ) : null}
      {selected?.status === "FAILED" ? (
        <Notice title={`${selected.name} needs attention.`} tone="warn">
          <p>
            {selected.unreadable
              ? "Its stored values cannot be read: no data source can be created with it until they are replaced."
              : `${connector.name} is asked about it again when you create the data source, which is refused unless the ${connector.authentication.noun} is accepted then.`}
          </p>
        </Notice>
      ) : null}
      <div aria-live="polite" className="empty:absolute">
        {warning && warning.credentialId === selected?.id ? (
          <Notice title={warning.verification.message} tone="warn">
            <Causes causes={warning.verification.causes} />
            <p>Look into it before a data source depends on it.</p>
          </Notice>
        ) : null}
      </div>
      <p className="sr-only" role="status">
        {announcement}
      </p>
      <div className="flex justify-end border-t pt-4">
        <Button
          disabled={!selected}
          onClick={() => selected && router.push(`${pathname}/configure?credential=${encodeURIComponent(selected.id)}`)}
          variant="primary"
        >
          Next
        </Button>
      </div>
      {adding ? (
        <AddCredential
          connector={connector}
          onClose={() => setAdding(false)}
          onSaved={onSaved}
          onSelect={(credential) => take(credential, `${credential.name} is selected.`)}
        />
      ) : null}
    </>
  );
}
