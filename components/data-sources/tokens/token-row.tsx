import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { SCOPE_WORDS, summarizeScopes } from "@/lib/auth/tokens/scope-words-dto";
import type { TokenDto, TokenValueDto } from "@/lib/auth/tokens/token-dto";
import { counted } from "@/lib/platform/counted-dto";

/** So many sources are named; of more, their number is said. */
const NAMED = 3;

function Sources({ sources }: { sources: TokenDto["sources"] }) {
  if (sources === "every") return <>All data sources</>;
  const { listed, gone } = sources;
  const lost =
    gone > 0 ? counted(gone, "data source that no longer exists", "data sources that no longer exist") : undefined;
  if (listed.length > NAMED) return <>{[counted(listed.length, "data source"), lost].filter(Boolean).join(", ")}</>;
  return (
    <>
      {listed.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 ? ", " : null}
          <bdi>{name}</bdi>
        </span>
      ))}
      {listed.length > 0 && lost ? ", " : null}
      {lost}
    </>
  );
}

/** In a few words; all that it may folds out. */
function Rights({ token: { name, scopes } }: { token: TokenDto }) {
  return (
    <details className="group">
      <summary className="flex w-fit list-none items-center gap-1.5 rounded-control pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon className="size-4 text-muted transition-transform group-open:rotate-90" name="chevron" />
        {summarizeScopes(scopes)}
        <span className="sr-only">: all that {name} may do</span>
      </summary>
      <ul className="mt-1 mb-2 list-disc pl-8 text-meta text-muted">
        {scopes.map((scope) => (
          <li key={scope}>{SCOPE_WORDS[scope]}</li>
        ))}
      </ul>
    </details>
  );
}

function End({ token: { expiresAt, isExpired } }: { token: TokenDto }) {
  if (expiresAt === undefined) return <span className="font-medium text-bad">Never expires</span>;
  return (
    <span className={isExpired ? "text-bad" : undefined}>
      {isExpired ? "Expired" : "Expires"} <RelativeTime coming={!isExpired} iso={expiresAt} />
    </span>
  );
}

function Value({ value: { hint, endsAt, usedAt, usedFrom } }: { value: TokenValueDto }) {
  return (
    <li>
      <span className="font-mono">…{hint}</span>
      {" · "}
      {usedAt ? (
        <>
          used <RelativeTime iso={usedAt} />
          {usedFrom ? (
            <>
              {" from "}
              <span className="font-mono wrap-anywhere">{usedFrom}</span>
            </>
          ) : null}
        </>
      ) : (
        "never used"
      )}
      {endsAt ? (
        <span className="text-warn">
          {" · ends "}
          <RelativeTime coming iso={endsAt} />
        </span>
      ) : null}
    </li>
  );
}

type TokenRowProps = { token: TokenDto; onRotate: (() => void) | undefined; onRevoke: (() => void) | undefined };

/** One token: whose it is, what it may do, until when, and when each of its values was used last. */
export function TokenRow({ token, onRotate, onRevoke }: TokenRowProps) {
  const { name, scopes, isYours, makerName, sources, values, createdAt } = token;
  return (
    <li className="grid gap-x-4 gap-y-2 p-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid min-w-0 gap-0.5">
        <p className="font-semibold wrap-anywhere">
          <bdi>{name}</bdi>
        </p>
        <Rights token={token} />
        {scopes.some((scope) => scope.startsWith("data-source:")) ? (
          <p className="wrap-anywhere">
            <Sources sources={sources} />
          </p>
        ) : null}
        <p className="text-meta text-muted">
          <End token={token} /> · created <RelativeTime iso={createdAt} />
          {isYours ? null : (
            <>
              {" by "}
              <bdi>{makerName}</bdi>
            </>
          )}
        </p>
        <ul className="text-meta text-muted">
          {values.map((value) => (
            <Value key={value.hint + value.createdAt} value={value} />
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        {onRotate ? (
          <Button aria-label={`Rotate ${name}`} onClick={onRotate}>
            Rotate
          </Button>
        ) : null}
        {onRevoke ? (
          <Button aria-label={`Revoke ${name}`} onClick={onRevoke} variant="danger">
            Revoke
          </Button>
        ) : null}
      </div>
    </li>
  );
}
