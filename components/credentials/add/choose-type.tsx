import { useState } from "react";
import { ConnectorMark } from "@/components/connectors/connector-mark";
import { Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { SearchField } from "@/components/ui/search-field";
import { type ConnectorTile, findTiles } from "@/lib/connectors/connector-tile";
import type { ErrorDto } from "@/lib/platform/result-dto";

type ChooseTypeProps = {
  types: readonly ConnectorTile[];
  failure: ErrorDto | undefined;
  onChoose: (connectorId: string) => void;
  onClose: () => void;
};

/** So many are seen at a glance, and need no search. */
const FEW = 8;

/** Which provider a new credential is for: it decides what the overlay asks for. */
export function ChooseType({ types, failure, onChoose, onClose }: ChooseTypeProps) {
  const [text, setText] = useState("");
  const found = findTiles(types, text);
  return (
    <Dialog
      dirty={false}
      onClose={onClose}
      subtitle={<p className="text-muted">What is it for?</p>}
      title="Add New Credential"
      width="small"
    >
      <div className="grid content-start gap-3 px-6 pt-4">
        <Failure error={failure} />
        {types.length > FEW ? (
          <SearchField label="Search types" onChange={(event) => setText(event.target.value)} value={text} />
        ) : null}
        <p aria-live="polite" className={text && found.length === 0 ? "text-muted" : "sr-only"}>
          {text ? (found.length === 0 ? `No type matches “${text.trim()}”.` : `${found.length} found`) : ""}
        </p>
      </div>
      <ul className="grid max-h-[60dvh] gap-2 overflow-y-auto px-6 pt-1 pb-5">
        {found.map(({ id, name, category }, index) => (
          <li key={id}>
            <button
              className="flex w-full items-center gap-3 rounded-control border p-3 text-left transition-colors hover:border-accent-ink hover:bg-accent-soft"
              data-autofocus={index === 0 ? true : undefined}
              onClick={() => onChoose(id)}
              type="button"
            >
              <ConnectorMark className="size-9" id={id} />
              <span className="grid min-w-0">
                <span className="font-semibold">{name}</span>
                <span className="text-meta text-muted">{category}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
