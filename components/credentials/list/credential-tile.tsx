import { CheckStrip } from "@/components/credentials/checks/check-strip";
import { RelativeTime } from "@/components/ui/relative-time";
import { QuietStatus } from "@/components/ui/status-badge";
import { WithTimes } from "@/components/ui/with-times";
import { counted } from "@/lib/platform/counted-dto";
import type { CredentialView } from "./credential-view";
import { ReplaceLink } from "./replace-link";
import { RotationMark } from "./rotation-mark";

type CredentialTileProps = {
  credential: CredentialView;
  selected: boolean;
  onSelect: () => void;
  /** Where its values can be replaced; absent for who may not. */
  replaceHref: string | undefined;
};

/** A credential as one choice of the radio group. The whole tile is the target, but for the link in it. */
export function CredentialTile({ credential, selected, onSelect, replaceHref }: CredentialTileProps) {
  const { id, name, description, ownerName, status, verifiedAt, rotation, reason } = credential;
  const { shown = [], checks = [], usedBy = 0 } = credential;
  return (
    <div className={selected ? "credential-tile chosen" : "credential-tile"}>
      <label>
        <input
          aria-describedby={id}
          aria-label={name}
          checked={selected}
          name="credential"
          onChange={onSelect}
          type="radio"
          value={id}
        />
        <span className="name" dir="auto" title={name}>
          {name}
        </span>
        <span className="about" id={id}>
          <span dir="auto">{description}</span>
          <span>
            {status === "VERIFIED" && verifiedAt ? (
              <span className="badge badge-quiet">
                <span>
                  Verified <RelativeTime iso={verifiedAt} />
                </span>
              </span>
            ) : (
              <>
                <QuietStatus status={status} />
                {reason === undefined ? (
                  <span className="cut">
                    {verifiedAt ? "Verified " : "Never verified"}
                    {verifiedAt ? <RelativeTime iso={verifiedAt} /> : null}
                  </span>
                ) : (
                  <span className="text-ink">
                    <WithTimes text={reason} />
                  </span>
                )}
              </>
            )}
            {rotation ? <RotationMark rotation={rotation} /> : null}
            <CheckStrip runs={checks} />
            {shown.length > 0 ? (
              <span className="cut" dir="auto" title={shown.map(({ label, text }) => `${label}: ${text}`).join(", ")}>
                {shown.map(({ text }) => text).join(" · ")}
              </span>
            ) : null}
            <span className="cut" dir="auto">
              {`${ownerName} · ${usedBy === 0 ? "not used yet" : `used by ${counted(usedBy, "source")}`}`}
            </span>
          </span>
        </span>
      </label>
      {/* Outside of the label: a click on it opens the overlay and chooses nothing. */}
      {reason !== undefined && replaceHref !== undefined ? (
        <ReplaceLink className="relative text-meta" credential={credential} href={replaceHref} />
      ) : null}
    </div>
  );
}
