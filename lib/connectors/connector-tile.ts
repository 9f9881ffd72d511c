import type { Connector } from "./connector";
import type { Proven } from "./proven";

/** What choosing a type shows of it. */
export type ConnectorTile = Pick<Connector, "id" | "name" | "summary" | "category"> & {
  /** How far it was seen to work at its provider. */
  proven: Proven;
  /** Of one that the workspace defined itself: who did, and where values go. */
  own?: string;
  /** Whether there is something to read with it, or its credentials are only kept. */
  reads: boolean;
};

/** Those of which name, product or category has every word, in the order that they came in. */
export function findTiles(tiles: readonly ConnectorTile[], text: string): ConnectorTile[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return tiles.filter(({ name, category, summary }) => {
    const all = `${name} ${category} ${summary}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

export type TileGroup = { title: string; tiles: ConnectorTile[] };

/** By category, in the order in which the categories come up; those that were used last stand before them. */
export function groupTiles(tiles: readonly ConnectorTile[], used: readonly string[]): TileGroup[] {
  const recent = used.flatMap((id) => tiles.find((tile) => tile.id === id) ?? []);
  const rest = tiles.filter((tile) => !recent.includes(tile));
  const categories = [...new Set(rest.map(({ category }) => category))];
  return [
    ...(recent.length > 0 ? [{ title: "Used here", tiles: recent }] : []),
    ...categories.map((title) => ({ title, tiles: rest.filter(({ category }) => category === title) })),
  ];
}
