import { RowTitle } from "@/components/connectors/row-title";
import type { OwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import { ownWords } from "@/lib/own-connectors/own-words-dto";

/** What is to be known before it is opened. */
const stateOf = ({ confirmation, isAllowed, isVerifiable }: OwnConnectorDto): string => {
  if (!isAllowed) return "Its host isn't allowed any more.";
  if (confirmation.state === "needed") return "Its host isn't confirmed yet.";
  return isVerifiable ? "" : "Its credentials can't be verified.";
};

/** A workspace's own connectors, a row each. */
export function OwnList({ connectors }: { connectors: readonly OwnConnectorDto[] }) {
  return (
    <ul aria-label="Own connectors" className="grid gap-3">
      {connectors.map((connector) => {
        const { id, definition } = connector;
        const state = stateOf(connector);
        return (
          <li className="relative grid gap-2 rounded-tile border bg-surface p-4 hover:border-accent-ink" key={id}>
            <RowTitle
              about={definition.summary || definition.host}
              connectorId={id}
              href={`/settings/own-connectors/${id}`}
              name={definition.name}
            />
            <p className="text-meta text-muted wrap-anywhere">{ownWords(connector)}</p>
            {state ? <p className="text-meta text-warn">{state}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
