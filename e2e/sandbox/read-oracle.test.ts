import { expect, it, onTestFinished } from "vitest";
import { readByTime } from "./read-calls.fixture";
import { judgeRead } from "./read-oracle";
import { startClariSandbox } from "./start-clari-sandbox";

const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };

it("says what is wrong with a read", async () => {
  const sandbox = await startClariSandbox({ generated: { count: 100, ahead: 10 } });
  onTestFinished(sandbox.close);
  const lines = await readByTime(sandbox);
  const { calls } = sandbox;
  const at = (index: number) => lines[index] ?? "";
  const judge = (read: string[], query?: string) => judgeRead(calls, read, query === undefined ? {} : { query });
  expect(await judge(lines)).toEqual({ ...RIGHT, records: 100, repeatedOfMoved: [], outOfOrderOfMoved: [] });
  expect((await judge(lines.toSpliced(7, 1))).missing).toEqual([calls.idOf(7)]);
  expect((await judge(lines.toSpliced(7, 0, at(7)))).repeated).toEqual([calls.idOf(7)]);
  expect((await judge([...lines.slice(0, 7), at(8), at(7), ...lines.slice(9)])).outOfOrder).toEqual([calls.idOf(7)]);
  expect((await judge(lines.with(7, at(7).replace("a", "b")))).changed).toEqual([calls.idOf(7)]);
  expect((await judge(lines.with(7, "{}"))).unknown).toEqual(["{}"]);
  expect((await judge(lines, "filterStatus=SCHEDULED")).unexpected).toHaveLength(90);
});
