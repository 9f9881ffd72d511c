import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";

type CredentialTileProps = {
  credential: CredentialTileDto;
  /** Whether its values may be replaced from here. */
  mayReplace: boolean;
  selected: boolean;
  onSelect: () => void;
};

/** A credential as one choice of the radio group. The whole tile is the target. */
export function CredentialTile({ credential, mayReplace, selected, onSelect }: CredentialTileProps) {
  const { id, name, description, ownerName, status, verifiedAt, usedBy } = credential;
  return (
    <label
      className={`group relative grid min-h-44 grid-rows-[auto_1fr_auto] gap-2 rounded-tile border bg-surface p-4 transition-colors hover:border-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink ${selected ? "border-accent-ink ring-1 ring-accent-ink" : ""}`}
    >
      <input
        aria-describedby={`${id}-about`}
        aria-labelledby={`${id}-name`}
        checked={selected}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
        name="credential"
        onChange={onSelect}
        type="radio"
        value={id}
      />
      {selected ? (
        <span
          aria-hidden="true"
          className="absolute right-3 top-3 grid size-5 place-items-center rounded-full bg-accent text-white"
        >
          <Icon className="size-3.5" name="check" />
        </span>
      ) : null}
      <span
        className="line-clamp-2 pr-6 text-tile font-semibold wrap-anywhere group-has-focus-visible:line-clamp-none"
        dir="auto"
        id={`${id}-name`}
        title={name}
      >
        {name}
      </span>
      <span className="grid content-between gap-3" id={`${id}-about`}>
        <span className="line-clamp-2 whitespace-pre-line text-muted wrap-anywhere" dir="auto">
          {description}
        </span>
        <span className="grid gap-1.5 text-meta text-muted">
          <StatusBadge attendAt={mayReplace ? `/credentials/${id}?replace=1` : undefined} status={status} />
          <span className="truncate">
            {verifiedAt ? (
              <>
                Verified <RelativeTime iso={verifiedAt} />
              </>
            ) : (
              "Never verified"
            )}
          </span>
          <span className="truncate" dir="auto">
            {ownerName} · {usedBy === 0 ? "not used yet" : `used by ${usedBy} ${usedBy === 1 ? "source" : "sources"}`}
          </span>
        </span>
      </span>
    </label>
  );
}
