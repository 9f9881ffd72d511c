import { expect, it } from "vitest";
import { sandboxFlags } from "./sandbox-flags";

it("reads what makes a sandbox hard to read", () => {
  expect(sandboxFlags([])).toEqual({});
  const words =
    "--generated 50000 --ties 500 --changes 0.02 --boundary exclusive --flaky --heavy --echo --oddities --pretty";
  expect(sandboxFlags([...words.split(" "), "--unlimited", "--seed", "7"])).toEqual({
    generated: { count: 50_000 },
    ties: { count: 500, at: 24_750 },
    changes: { share: 0.02 },
    boundary: "exclusive",
    flaky: { tooMany: 0.03, badGateway: 0.02, cut: 0.01 },
    heavy: { every: 2 },
    echo: true,
    oddities: true,
    pretty: true,
    ratePerSecond: Number.POSITIVE_INFINITY,
    ratePerWeek: Number.POSITIVE_INFINITY,
    seed: 7,
  });
});

it.each([
  ["--generatd 5"],
  ["--generated many"],
  ["--generated 0"],
  ["--generated 99999999"],
  ["--changes 2"],
  ["--boundary open"],
  ["extra"],
])("refuses %s in a sentence", (words) => {
  expect(() => sandboxFlags(words.split(" "))).toThrow(/^(The sandbox takes|--)[^\n]*\.$|^The sandbox takes .*1\.$/);
});
