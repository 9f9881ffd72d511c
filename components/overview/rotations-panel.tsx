import { RotationMark } from "@/components/credentials/list/rotation-mark";
import type { OverviewDto } from "@/lib/overview/overview-dto";
import { MoreLink, Panel, PanelList, PanelRow, RowMark } from "./panel";

/** Which values should be replaced within two weeks, or should have been. */
export function RotationsPanel({ rotations, counts }: Pick<OverviewDto, "rotations" | "counts">) {
  return (
    <Panel
      more={counts.rotation > rotations.length ? <MoreLink href="/credentials?rotation=soon">See all</MoreLink> : null}
      title="Rotations due"
    >
      {rotations.length > 0 ? (
        <PanelList>
          {rotations.map(({ id, name, connectorId, rotation }) => (
            <PanelRow
              about={<RotationMark rotation={rotation} />}
              href={`/credentials/${id}`}
              key={id}
              mark={<RowMark connectorId={connectorId} />}
              name={name}
            />
          ))}
        </PanelList>
      ) : (
        <p className="px-4 py-3 text-muted">None in the next two weeks.</p>
      )}
    </Panel>
  );
}
