"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { AddCredential } from "@/components/credentials/add/add-credential";
import { buttonClass } from "@/components/ui/button";
import { hasTyped } from "@/components/ui/folded";
import { Icon } from "@/components/ui/icon";
import { listHref } from "@/components/ui/list-address";
import { PageLink } from "@/components/ui/page-link";
import { SearchField } from "@/components/ui/search-field";
import { useToast } from "@/components/ui/toast-context";
import { useLater } from "@/components/ui/use-later";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDto, CredentialListQuery } from "@/lib/credentials/credential-dto";
import { ChosenFooter } from "./chosen-footer";
import { ChosenNotices } from "./chosen-notices";
import { CredentialTile } from "./credential-tile";
import { type CredentialView, type Replacing, savedView } from "./credential-view";
import { TileFilters } from "./tile-filters";

// What only a credential that needs attention asks for is no part of the page.
const loadReplacing = async () => (await import("@/components/credentials/page/replace-values")).ReplaceValues;

const MANY = 8;

/** What a credential that was just saved was accepted with. */
type SavedWarning = { credentialId: string; verification: VerificationResult };

type CredentialPickerProps = {
  connector: SignInConnector;
  credentials: readonly CredentialView[];
  mayCreate: boolean;
  mayReplace: boolean;
  /** As the address says. */
  replacing: Replacing | undefined;
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

/** The *Authenticate* step: tiles to choose from, one to add another, and the way on. The choice lives in the URL. */
export function CredentialPicker(props: CredentialPickerProps) {
  const { connector, credentials, mayCreate, mayReplace, replacing, page } = props;
  const router = useRouter();
  const { show } = useToast();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  // The type's own tile leads here to add one at once.
  const [adding, setAdding] = useState(() => mayCreate && searchParams.get("add") === "1");
  const [query, setQuery] = useState("");
  const [added, setAdded] = useState<CredentialView[]>([]);
  // The URL follows a choice a moment later; the tile must not wait for it.
  const [choice, setChoice] = useState<string>();
  // Which tile takes the focus once it is there, and the overlay is gone.
  const [next, setNext] = useState<string>();
  // The overlay is over before the page without it is here.
  const [isReplaceOver, setReplaceOver] = useState(false);
  useEffect(() => {
    if (!replacing) setReplaceOver(false);
  }, [replacing]);
  const tiles = useRef<HTMLDivElement>(null);
  const ReplaceValues = useLater(loadReplacing, replacing !== undefined);
  const [warning, setWarning] = useState<SavedWarning>();

  // What else shows credentials is fetched anew only when the tile stands: its answer must not wait for a whole page.
  useEffect(() => {
    if (added.length > 0) router.refresh();
  }, [added, router]);

  useEffect(() => {
    if (next === undefined) return;
    tiles.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
    setNext(undefined);
  }, [next]);

  // A tile that was just saved is here at once, before the server's new list is.
  const all = [...added.filter(({ id }) => !credentials.some((known) => known.id === id)), ...credentials];
  const textOf = ({ name, description = "", shown = [] }: CredentialView) =>
    [name, description, ...shown.map(({ text }) => text)].join(" ");
  const shown = page.isAll ? all.filter((credential) => hasTyped(textOf(credential), query)) : all;
  const selected = all.find(({ id }) => id === choice) ?? all.find(({ id }) => id === searchParams.get("credential"));

  /** The address of this page with another choice, and without what opens an overlay. */
  const hrefWith = (id: string | undefined) => {
    const parameters = new URLSearchParams(window.location.search);
    if (id !== undefined) parameters.set("credential", id);
    for (const opener of ["add", "replace"]) parameters.delete(opener);
    return listHref(pathname, Object.fromEntries(parameters));
  };
  const select = (id: string) => {
    setChoice(id);
    window.history.replaceState(null, "", hrefWith(id));
  };
  const goOn = (id: string | undefined) =>
    id !== undefined && router.push(`${pathname}/configure?credential=${encodeURIComponent(id)}`);
  // Of a radio group Enter is nothing else.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const tile = event.target;
    if (event.key !== "Enter" || !(tile instanceof HTMLInputElement)) return;
    event.preventDefault();
    select(tile.value);
    goOn(tile.value);
  };
  const take = (credential: CredentialDto, text: string) => {
    setAdded((before) => [savedView(connector, credential), ...before.filter(({ id }) => id !== credential.id)]);
    setAdding(false);
    setQuery("");
    select(credential.id);
    setNext(credential.id);
    show({ text });
  };
  const closeAdding = () => {
    setAdding(false);
    window.history.replaceState(null, "", hrefWith(undefined));
  };
  const closeReplacing = (chosen?: string) => {
    setReplaceOver(true);
    router.replace(hrefWith(chosen), { scroll: false });
  };
  const onReplaced = ({ id, name }: { id: string; name: string }) => {
    closeReplacing(id);
    setChoice(id);
    setNext(id);
    show({ text: `New values of ${name} verified and in use.` });
  };
  const onSaved = (credential: CredentialDto, verification: VerificationResult | undefined) => {
    take(credential, `${credential.name} was saved as ${credential.status.toLowerCase()} and is selected.`);
    setWarning(
      verification?.outcome === "accepted-with-warning" ? { credentialId: credential.id, verification } : undefined,
    );
  };

  return (
    <>
      {page.isAll ? null : (
        <TileFilters
          chosenId={selected?.id}
          isAny={credentials.some(({ id }) => id !== selected?.id)}
          owners={page.owners}
          pathname={pathname}
          query={page.query}
        />
      )}
      {page.isAll && all.length > MANY ? (
        <SearchField label="Search credentials" onChange={(event) => setQuery(event.target.value)} value={query} />
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4">
        {mayCreate ? (
          <button
            className="grid min-h-20 content-center sm:min-h-36 justify-items-center gap-2 rounded-tile border border-dashed border-edge bg-transparent p-4 font-medium text-accent-ink transition-colors hover:border-accent-ink hover:bg-accent-soft"
            onClick={() => setAdding(true)}
            type="button"
          >
            <Icon className="size-6" name="plus" />
            Add Credential
          </button>
        ) : null}
        <div
          aria-label="Credentials"
          className={`contents mark-${connector.id}`}
          onKeyDown={onKeyDown}
          ref={tiles}
          role="radiogroup"
        >
          {shown.map((credential) => (
            <CredentialTile
              credential={credential}
              key={credential.id}
              onSelect={() => select(credential.id)}
              replaceHref={
                mayReplace
                  ? listHref(pathname, { ...page.query, credential: selected?.id, replace: credential.id })
                  : undefined
              }
              selected={credential.id === selected?.id}
            />
          ))}
        </div>
      </div>
      {page.next === undefined ? null : (
        <PageLink
          className={`${buttonClass()} w-fit`}
          href={listHref(pathname, { ...page.query, credential: selected?.id, after: page.next })}
        >
          More credentials
        </PageLink>
      )}
      {all.length === 0 && page.isAll ? (
        <p className="max-w-form text-muted">
          {mayCreate
            ? `No ${connector.name} credentials yet. Add one; we verify it with ${connector.name} before storing it.`
            : `No ${connector.name} credentials yet. Ask a workspace admin to add one.`}
        </p>
      ) : null}
      {all.length > 0 && shown.length === 0 ? (
        <p className="text-muted">No credentials match “{query.trim()}”.</p>
      ) : null}
      <ChosenNotices
        chosen={selected}
        name={connector.name}
        verification={warning?.credentialId === selected?.id ? warning?.verification : undefined}
      />
      <ChosenFooter chosen={selected} onNext={() => goOn(selected?.id)} />
      {adding ? (
        <AddCredential
          connector={connector}
          onClose={closeAdding}
          onSaved={onSaved}
          onSelect={(credential) => take(credential, `${credential.name} is selected.`)}
        />
      ) : null}
      {ReplaceValues && replacing && !isReplaceOver ? (
        <ReplaceValues
          connector={connector}
          credential={replacing.credential}
          onClose={closeReplacing}
          onSaved={() => onReplaced(replacing.credential)}
          plainValues={replacing.plainValues}
        />
      ) : null}
    </>
  );
}
