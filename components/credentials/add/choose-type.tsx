import { ConnectorMark } from "@/components/connectors/connector-mark";
import { Dialog } from "@/components/ui/dialog";
import { connectors } from "@/lib/connectors/registry";

type ChooseTypeProps = { onChoose: (connectorId: string) => void; onClose: () => void };

/** Which provider a new credential is for: it decides what the overlay asks for. */
export function ChooseType({ onChoose, onClose }: ChooseTypeProps) {
  return (
    <Dialog
      dirty={false}
      onClose={onClose}
      subtitle={<p className="text-muted">What is it for?</p>}
      title="Add New Credential"
      width="small"
    >
      <ul className="grid max-h-[70dvh] gap-2 overflow-y-auto px-6 py-5">
        {connectors.map(({ id, name, category }, index) => (
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
