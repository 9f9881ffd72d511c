import { expect, it } from "vitest";
import { findTiles, groupTiles } from "./connector-tile";
import { connectors } from "./registry";
import { tileOf } from "./tile-of";

const tiles = connectors.map(tileOf);
const found = (text: string) => findTiles(tiles, text).map(({ id }) => id);

it("finds types by name, by category and by what they have", () => {
  expect(found(" hubSPOT ")).toEqual(["hubspot"]);
  expect(found("billing")).toEqual(expect.arrayContaining(["stripe", "chargebee"]));
  expect(found("deals crm")).toEqual(expect.arrayContaining(["hubspot", "pipedrive"]));
  expect(found("deals crm")).not.toContain("apollo");
  expect(found("nothing of it")).toEqual([]);
  expect(found("")).toHaveLength(connectors.length);
});

it("stands in categories, each once, and what is used here comes before them", () => {
  const groups = groupTiles(tiles, ["gong", "gone", "hubspot"]);
  expect(groups[0]).toMatchObject({ title: "Used here", tiles: [{ id: "gong" }, { id: "hubspot" }] });
  const ids = groups.flatMap((group) => group.tiles.map(({ id }) => id));
  expect(ids.toSorted()).toEqual(tiles.map(({ id }) => id).toSorted());
  expect(new Set(groups.map(({ title }) => title)).size).toBe(groups.length);
  expect(groupTiles(tiles, [])[0]?.title).toBe("Conversation intelligence");
});

it("says of none that it was seen to work which nobody saw", () => {
  for (const { id, proven } of tiles)
    expect([id, Object.keys(proven)]).toEqual([
      id,
      Object.keys(proven).filter((key) => /^(refusal|acceptance)$/.test(key)),
    ]);
});
