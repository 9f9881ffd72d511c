import { CheckStrip } from "@/components/credentials/checks/check-strip";
import { Icon } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Connector } from "@/lib/connectors/connector";
import { shownValues } from "@/lib/connectors/plain-values";
import type { CredentialTileDto } from "@/lib/credentials/credential-dto";
import { counted } from "@/lib/platform/counted-dto";
import { attentionReason, ReplaceLink } from "./attention";
import { RotationMark } from "./rotation-mark";

type CredentialTileProps = {
  connector: Connector;
  credential: CredentialTileDto;
  selected: boolean;
  onSelect: () => void;
  mayReplace: boolean;
};

/** A credential as one choice of the radio group. The whole tile is the target, but for the link in it. */
export function CredentialTile({ connector, credential, selected, onSelect, mayReplace }: CredentialTileProps) {
  const { id, name, description, ownerName, status, verifiedAt, usedBy, rotation, recentChecks = [] } = credential;
  const shown = shownValues(connector, credential.plainValues);
  const needsAttention = status === "FAILED";
  return (
    <div
      className={`group relative flex min-h-44 flex-col gap-2 rounded-tile border bg-surface p-4 transition-colors hover:border-accent-ink has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent-ink ${selected ? "border-accent-ink ring-1 ring-accent-ink" : ""}`}
    >
      <label className="grid flex-1 grid-rows-[auto_1fr] gap-2">
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
          className="line-clamp-2 pr-6 text-tile font-semibold wrap-anywhere group-has-[input:focus-visible]:line-clamp-none"
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
            <StatusBadge status={status} />
            {needsAttention ? (
              <span className="text-ink">{attentionReason(connector, credential)}</span>
            ) : (
              <span className="truncate">
                {verifiedAt ? (
                  <>
                    Verified <RelativeTime iso={verifiedAt} />
                  </>
                ) : (
                  "Never verified"
                )}
              </span>
            )}
            {rotation ? <RotationMark rotation={rotation} /> : null}
            <CheckStrip checks={recentChecks} />
            {shown.length > 0 ? (
              <span
                className="truncate"
                dir="auto"
                title={shown.map(({ label, text }) => `${label}: ${text}`).join(", ")}
              >
                {shown.map(({ text }) => text).join(" · ")}
              </span>
            ) : null}
            <span className="truncate" dir="auto">
              {ownerName} · {usedBy === 0 ? "not used yet" : `used by ${counted(usedBy, "source")}`}
            </span>
          </span>
        </span>
      </label>
      {/* Outside of the label: a click on it goes there and chooses nothing. */}
      {needsAttention && mayReplace ? <ReplaceLink className="relative text-meta" credential={credential} /> : null}
    </div>
  );
}
