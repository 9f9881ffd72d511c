import { expect, it } from "vitest";
import { typeOfAll } from "@/components/data-sources/data-source-row";
import { changeSeveral, type Moved, readObstacles } from "./change-several";
import { changedWords } from "./changed-words";

const source = (id: string, credentialId: string) => ({ id, credential: { id: credentialId } });
const sources = [source("a", "one"), source("b", "two"), source("c", "one"), source("d", "one")];

/** Runs it with these answers, and tells what was asked and what was said. */
async function run(...answers: Moved[]) {
  const asked: [string, string[]][] = [];
  const told: [string, string][] = [];
  const isWhole = await changeSeveral(sources, {
    move: async (credentialId, ids) => {
      asked.push([credentialId, ids]);
      return answers.shift() ?? "moved";
    },
    onMoved: (ids) => told.push(...ids.map((id): [string, string] => [id, "moved"])),
    onObstacles: (obstacles) => told.push(...obstacles),
  });
  return { isWhole, asked, told };
}

it("sources move together with those that use the same credential", async () => {
  expect(await run()).toEqual({
    isWhole: true,
    asked: [
      ["one", ["a", "c", "d"]],
      ["two", ["b"]],
    ],
    told: ["a", "c", "d", "b"].map((id) => [id, "moved"]),
  });
});

it("what someone else moved or deleted is told, and the rest of its group moves without it", async () => {
  const { isWhole, asked, told } = await run(
    new Map([
      ["a", "It was deleted."],
      ["d", "It uses another one."],
    ]),
  );
  expect(isWhole).toBe(true);
  expect(asked).toEqual([
    ["one", ["a", "c", "d"]],
    ["one", ["c"]],
    ["two", ["b"]],
  ]);
  expect(told).toEqual([
    ["a", "It was deleted."],
    ["d", "It uses another one."],
    ["c", "moved"],
    ["b", "moved"],
  ]);
});

it("a group of which nothing is left keeps no other from moving", async () => {
  const all = new Map(["a", "c", "d"].map((id) => [id, "It was deleted."]));
  const { isWhole, told } = await run(all);
  expect([isWhole, told]).toEqual([true, [...all, ["b", "moved"]]]);
});

it("whatever else stands in the way ends it, and what was done before is told", async () => {
  const { isWhole, asked, told } = await run("moved", new Map());
  expect([isWhole, asked.length]).toEqual([false, 2]);
  expect(told).toEqual(["a", "c", "d"].map((id) => [id, "moved"]));
});

it("what the server names by its place is told by its id", () => {
  const error = {
    code: "CHANGED_MEANWHILE",
    message: "Nothing was moved.",
    fields: { "sourceIds.1": "It was deleted." },
  };
  expect([...readObstacles({ ok: false, error: { ...error, code: "CHANGED_MEANWHILE" } }, ["a", "b"])]).toEqual([
    ["b", "It was deleted."],
  ]);
  expect(readObstacles({ ok: true, data: null }, ["a", "b"]).size).toBe(0);
});

it("what changed is counted, and what used it before is said", () => {
  expect(changedWords({ changed: 1, already: 0 }, "Sales US")).toBe("1 data source now uses “Sales US”.");
  expect(changedWords({ changed: 2, already: 1 }, "Sales US")).toBe(
    "2 data sources now use “Sales US”. 1 already did.",
  );
});

it("sources of one known type can use one credential, and no others", () => {
  const [gong, clari, unknown] = [
    { connectorId: "gong" },
    { connectorId: "clari-copilot" },
    { connectorId: undefined },
  ];
  expect(typeOfAll([gong, gong])).toBe("gong");
  for (const several of [[gong, clari], [unknown, unknown], [gong, unknown], []])
    expect(typeOfAll(several)).toBe(undefined);
});
