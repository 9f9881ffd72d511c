import { expect, it } from "vitest";
import { drainMs } from "./drain-ms.mjs";

it("a stop waits for as many seconds as are set, by default none; what is no such number stops the start", () => {
  expect([undefined, "", "0", "2.5", "300"].map(drainMs)).toEqual([0, 0, 0, 2500, 300_000]);
  for (const wrong of ["x", "-1", "301", "5s"]) expect(() => drainMs(wrong)).toThrow("DRAIN_SECONDS must be");
});
